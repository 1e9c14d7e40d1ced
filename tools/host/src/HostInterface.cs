using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Host;

namespace ConsoleHosting;

/// <summary>
/// Writes to the terminal or the redirected streams: errors to standard error, everything else to standard output.
/// Colours only where a terminal shows them.
/// </summary>
internal sealed partial class HostInterface : PSHostUserInterface
{
    private readonly object _writing = new();
    private readonly StandardInput _input;
    private readonly Interrupts _interrupts;
    private readonly bool _nonInteractive;
    private readonly bool _colours;
    private readonly bool _errorColours;
    private readonly ProgressLine _progress;

    public HostInterface(StandardInput input, Interrupts interrupts, bool nonInteractive)
    {
        _input = input;
        _interrupts = interrupts;
        _nonInteractive = nonInteractive;
        bool plain = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        bool terminalHasColours = Environment.GetEnvironmentVariable("TERM") is not (null or "" or "dumb");
        _colours = terminalHasColours && !Console.IsOutputRedirected;
        _errorColours = terminalHasColours && !Console.IsErrorRedirected && _colours;
        _progress = new ProgressLine(_colours);
        if (plain) PSStyle.Instance.OutputRendering = OutputRendering.PlainText;
    }

    public override PSHostRawUserInterface RawUI { get; } = new RawInterface();

    public override bool SupportsVirtualTerminal => _colours;

    /// <summary>Counts visible error lines, so that a report that came out blank can be noticed.</summary>
    public int ErrorLinesWritten { get; private set; }

    public override void Write(string value)
    {
        lock (_writing)
        {
            _progress.Hide();
            Console.Out.Write(GetOutputString(value, _colours));
        }
    }

    public override void WriteLine(string value)
    {
        lock (_writing)
        {
            _progress.Hide();
            Console.Out.WriteLine(GetOutputString(value, _colours));
        }
    }

    public override void WriteLine() => WriteLine("");

    public override void Write(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) =>
        Write(Coloured(foregroundColor, backgroundColor, value));

    public override void WriteLine(ConsoleColor foregroundColor, ConsoleColor backgroundColor, string value) =>
        WriteLine(Coloured(foregroundColor, backgroundColor, value));

    public override void WriteErrorLine(string value)
    {
        lock (_writing)
        {
            _progress.Hide();
            if (!string.IsNullOrWhiteSpace(value)) ErrorLinesWritten++;
            StandardError.WriteLine(GetOutputString(value, _errorColours));
        }
    }

    public override void WriteDebugLine(string message) => WriteStreamLine(FormatStyle.Debug, "DEBUG: ", message);

    public override void WriteVerboseLine(string message) => WriteStreamLine(FormatStyle.Verbose, "VERBOSE: ", message);

    public override void WriteWarningLine(string message) => WriteStreamLine(FormatStyle.Warning, "WARNING: ", message);

    // The information stream is not shown; the engine itself calls Write for what Write-Host says.
    public override void WriteInformation(InformationRecord record)
    {
    }

    public override void WriteProgress(long sourceId, ProgressRecord record)
    {
        lock (_writing) _progress.Show(record);
    }

    private void WriteStreamLine(FormatStyle style, string prefix, string message)
    {
        string text = prefix + message;
        WriteLine(_colours ? GetFormatStyleString(style) + text + PSStyle.Instance.Reset : text);
    }

    private string Coloured(ConsoleColor foreground, ConsoleColor background, string value)
    {
        if (!_colours || string.IsNullOrEmpty(value)) return value;
        bool standard = foreground == RawUI.ForegroundColor && background == RawUI.BackgroundColor;
        if (standard) return value;
        string start = PSStyle.MapForegroundColorToEscapeSequence(foreground);
        if (background != RawUI.BackgroundColor) start += PSStyle.MapBackgroundColorToEscapeSequence(background);
        return string.Create(CultureInfo.InvariantCulture, $"{start}{value}{PSStyle.Instance.Reset}");
    }
}
