using System.Management.Automation;
using System.Text;

namespace ConsoleHosting;

/// <summary>
/// Reads commands line by line and runs each at once. A statement that is not complete goes on over the following lines
/// until an empty one, as pwsh does it.
/// </summary>
internal sealed class InteractiveLoop(Runner runner, ConsoleHost host, HostInterface userInterface, Interrupts interrupts, bool showPrompt)
{
    private readonly StringBuilder _block = new();
    private bool _inBlock;

    /// <summary>Set to leave a nested prompt.</summary>
    public bool Leave { get; set; }

    /// <summary>Whether the last command ended without an exception.</summary>
    public bool LastSucceeded { get; private set; } = true;

    public void Run()
    {
        while (host.ExitCode is null && !Leave)
        {
            string? line;
            try
            {
                string prompt = showPrompt ? NextPrompt() : "";
                // Before the prompt is seen: a Ctrl+C that answers it counts.
                interrupts.Clear();
                if (showPrompt) userInterface.Write(prompt);
                line = userInterface.ReadLineFromInput();
            }
            catch (PipelineStoppedException)
            {
                interrupts.Clear();
                _inBlock = false;
                if (showPrompt) userInterface.WriteLine();
                continue;
            }

            if (line is null)
            {
                if (showPrompt) userInterface.WriteLine();
                return;
            }

            if (TakeStatement(line) is { } statement) Execute(statement);
        }
    }

    private string NextPrompt() => _inBlock ? ">> " : runner.Evaluate("prompt") ?? "PS>";

    /// <summary>The text to run now; null while a block goes on or nothing was entered.</summary>
    private string? TakeStatement(string line)
    {
        if (!_inBlock) return string.IsNullOrWhiteSpace(line) ? null : line;
        if (!string.IsNullOrWhiteSpace(line))
        {
            _block.Append('\n').Append(line);
            return null;
        }

        _inBlock = false;
        return _block.ToString();
    }

    private void Execute(string statement)
    {
        try
        {
            LastSucceeded = runner.RunText(statement, throwIfIncomplete: true);
            // The terminal shows ^C without a line end.
            if (showPrompt && interrupts.IsRequested) userInterface.WriteLine();
        }
        catch (IncompleteParseException)
        {
            _inBlock = true;
            _block.Clear().Append(statement);
        }
    }
}
