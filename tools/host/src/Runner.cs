using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;

namespace ConsoleHosting;

/// <summary>Runs text and script files in the session and shows what comes out.</summary>
internal sealed class Runner(Runspace runspace, HostInterface userInterface, StandardInput input, Interrupts interrupts)
{
    public bool Nested { get; init; }

    /// <summary>Runs text in the session's own scope.</summary>
    /// <returns>True if no exception ended it.</returns>
    /// <exception cref="IncompleteParseException">Only when <paramref name="throwIfIncomplete"/>: more lines are needed.</exception>
    public bool RunText(string text, IEnumerable<CommandParameter>? arguments = null, bool throwIfIncomplete = false, bool readsInput = false)
    {
        try
        {
            using Pipeline pipeline = CreatePipeline(text);
            foreach (CommandParameter argument in arguments ?? []) pipeline.Commands[0].Parameters.Add(argument);
            bool wantsInput = readsInput && UsesInput(Parser.ParseInput(text, out _, out _));
            return Invoke(pipeline, wantsInput);
        }
        catch (IncompleteParseException) when (throwIfIncomplete)
        {
            throw;
        }
        catch (Exception error)
        {
            // Whatever a command threw belongs to the command: it is shown, and the session goes on.
            Report(error);
            return false;
        }
    }

    /// <summary>Runs a script file; a file that is not <c>.ps1</c> is read and run as text, so that <c>#!</c> scripts work.</summary>
    public bool RunFile(string path, IEnumerable<CommandParameter> arguments)
    {
        try
        {
            bool isScript = path.EndsWith(".ps1", StringComparison.OrdinalIgnoreCase);
            var command = isScript ? new Command(path, false, false) : new Command(File.ReadAllText(path), true, false);
            foreach (CommandParameter argument in arguments) command.Parameters.Add(argument);
            using Pipeline pipeline = runspace.CreatePipeline();
            pipeline.Commands.Add(command);
            return Invoke(pipeline, UsesInput(Parser.ParseFile(path, out _, out _)));
        }
        catch (Exception error)
        {
            // As above.
            Report(error);
            return false;
        }
    }

    /// <summary>The first string that the text gives, or null; used for the prompt function.</summary>
    public string? Evaluate(string text)
    {
        try
        {
            using Pipeline pipeline = Nested ? runspace.CreateNestedPipeline(text, false) : runspace.CreatePipeline(text);
            return pipeline.Invoke().Select(value => value?.ToString()).FirstOrDefault(value => value is not null);
        }
        catch (RuntimeException)
        {
            return null;
        }
    }

    public void Report(Exception error)
    {
        if (error is PipelineStoppedException) return;
        var record = (error as IContainsErrorRecord)?.ErrorRecord ?? new ErrorRecord(error, "ConsoleHost.ReportException", ErrorCategory.NotSpecified, null);
        int before = userInterface.ErrorLinesWritten;
        try
        {
            using Pipeline pipeline = Nested ? runspace.CreateNestedPipeline() : runspace.CreatePipeline();
            pipeline.Commands.Add(new Command("Out-Default", false, true));
            // Marks the record as one of the error stream; otherwise it would be shown among the output.
            pipeline.Input.Write(new PSObject(record) { WriteStream = WriteStreamType.Error });
            pipeline.Input.Close();
            pipeline.Invoke();
        }
        catch (Exception) when (userInterface.ErrorLinesWritten == before)
        {
            // Shown below, without the view that failed.
        }

        // The error view comes out blank where it may not run, as in a session without language.
        if (userInterface.ErrorLinesWritten == before) userInterface.WriteErrorLine(error.Message);
    }

    private Pipeline CreatePipeline(string text)
    {
        if (runspace.SessionStateProxy.LanguageMode != PSLanguageMode.NoLanguage)
        {
            return Nested ? runspace.CreateNestedPipeline(text, true) : runspace.CreatePipeline(text, true);
        }

        // Without language no script text may run; commands with constant arguments may.
        Pipeline pipeline = Nested ? runspace.CreateNestedPipeline() : runspace.CreatePipeline();
        foreach (Command command in ScriptBlock.Create(text).GetPowerShell().Commands.Commands) pipeline.Commands.Add(command);
        return pipeline;
    }

    private bool Invoke(Pipeline pipeline, bool wantsInput)
    {
        pipeline.Commands[0].MergeMyResults(PipelineResultTypes.Error, PipelineResultTypes.Output);
        pipeline.Commands.Add(new Command("Out-Default", false, true)
        {
            MergeUnclaimedPreviousCommandResults = PipelineResultTypes.Error | PipelineResultTypes.Output,
        });
        interrupts.Clear();
        interrupts.Begin(pipeline);
        try
        {
            if (wantsInput)
            {
                pipeline.Invoke(InputLines());
            }
            else
            {
                pipeline.Input.Close();
                pipeline.Invoke();
            }

            return true;
        }
        finally
        {
            interrupts.End();
        }
    }

    private static bool UsesInput(Ast script) => Console.IsInputRedirected && AstSearcher.IsUsingDollarInput(script);

    private List<string> InputLines()
    {
        List<string> lines = [];
        while (input.ReadLine() is { } line) lines.Add(line);
        return lines;
    }
}
