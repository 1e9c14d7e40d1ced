using System.Management.Automation;
using System.Management.Automation.Language;
using System.Management.Automation.Runspaces;
using System.Runtime.InteropServices;

namespace ConsoleHosting;

/// <summary>One PowerShell session, from opening the engine to the exit code.</summary>
internal sealed class Session : IDisposable
{
    private static readonly (PosixSignal Signal, int Number)[] EndingSignals = [(PosixSignal.SIGTERM, 15), (PosixSignal.SIGHUP, 1)];
    private readonly CommandLine _commandLine;
    private readonly Interrupts _interrupts = new();
    private readonly StandardInput _input;
    private readonly HostInterface _interface;
    private readonly ConsoleHost _host;
    private readonly HostDrives _drives = new();
    private readonly PosixSignalRegistration[] _signals;
    private Runspace? _runspace;

    public Session(CommandLine commandLine)
    {
        _commandLine = commandLine;
        _input = new StandardInput(_interrupts);
        _interface = new HostInterface(_input, _interrupts, commandLine.NonInteractive);
        _host = new ConsoleHost(_interface);
        // A session ended by a signal, or by [Environment]::Exit, leaves no empty folders behind either.
        AppDomain.CurrentDomain.ProcessExit += (_, _) => _drives.Dispose();
        _signals = [.. EndingSignals.Select(ending => PosixSignalRegistration.Create(ending.Signal, context => End(context, ending.Number)))];
    }

    private Runspace Runspace => _runspace ?? throw new InvalidOperationException("the session is not open");

    public void Open()
    {
        EngineTouches.PrepareEngine();
        JobServer.BeThisProgram();
        PutEngineFolderOnPath();
        InitialSessionState state = _commandLine.ConfigurationFile is { } file
            ? InitialSessionState.CreateFromSessionConfigurationFile(Path.GetFullPath(file), null, true)
            : InitialSessionState.CreateDefault2();
        if (_commandLine.ConfigurationFile is null) WindowsSession.AddWherePlayed(state);
        _runspace = RunspaceFactory.CreateRunspace(_host, state);
        _runspace.ThreadOptions = PSThreadOptions.ReuseThread;
        _runspace.Open();
        Runspace.PrimaryRunspace = _runspace;
        _drives.Create(_runspace, _interface);
        if (!_drives.Exist) return;
        EngineTouches.LetImportModuleTakeWindowsPaths(_runspace);
        WindowsCommands.Find(_runspace);
    }

    /// <returns>The exit code of the process.</returns>
    public int Run()
    {
        var runner = new Runner(Runspace, _interface, _input, _interrupts);
        if (_commandLine.IsInteractive) _host.NestedPrompts = new NestedPrompts(() => CreateLoop(CreateNestedRunner(), true));
        EnterWorkingDirectory(runner);
        Profiles.Run(Runspace, runner, _commandLine.NoProfile);

        if (_host.ExitCode is { } profileExit) return profileExit;
        if (_commandLine.File is { } file) return RunFile(runner, file);

        bool succeeded = true;
        if (_commandLine.Command is { Length: > 0 } command)
        {
            succeeded = runner.RunText(command, _commandLine.Arguments, readsInput: !_commandLine.ReadCommandsFromInput);
        }

        if (_host.ExitCode is null && (_commandLine.IsInteractive || _commandLine.ReadCommandsFromInput)) return RunLoop(runner);
        return ExitCodeAfter(succeeded);
    }

    public void Dispose()
    {
        // Closing raises PowerShell.Exiting, on which modules end what they started.
        _runspace?.Dispose();
        _drives.Dispose();
        _interrupts.Dispose();
        foreach (PosixSignalRegistration signal in _signals) signal.Dispose();
        Console.Out.Flush();
    }

    /// <summary>
    /// Ends the process as its own exit would, with the exit code a shell gives for the signal: the runtime and the engine
    /// then remove their sockets from the temporary folder, which death by the signal leaves there.
    /// </summary>
    private static void End(PosixSignalContext context, int number)
    {
        context.Cancel = true;
        Environment.Exit(128 + number);
    }

    private int RunFile(Runner runner, string file)
    {
        if (!_commandLine.NoExit) EngineTouches.LetScriptFilesExit(Runspace);
        bool succeeded = runner.RunFile(file, _commandLine.Arguments);
        if (_host.ExitCode is { } exitCode) return exitCode;
        if (_commandLine.NoExit) return RunLoop(runner);
        return succeeded ? ExitCodes.Success : ExitCodes.Failure;
    }

    private int RunLoop(Runner runner)
    {
        bool showPrompt = !_commandLine.ReadCommandsFromInput;
        if (showPrompt && !_commandLine.NoLogo && _commandLine.Command is null && _commandLine.File is null)
        {
            _interface.WriteLine("PowerShell " + Usage.EngineVersion);
        }

        InteractiveLoop loop = CreateLoop(runner, showPrompt);
        loop.Run();
        return ExitCodeAfter(loop.LastSucceeded);
    }

    private int ExitCodeAfter(bool succeeded)
    {
        if (_host.ExitCode is { } exitCode) return exitCode;
        return succeeded && EngineTouches.LastCommandSucceeded(Runspace) ? ExitCodes.Success : ExitCodes.Failure;
    }

    private InteractiveLoop CreateLoop(Runner runner, bool showPrompt) => new(runner, _host, _interface, _interrupts, showPrompt);

    private Runner CreateNestedRunner() => new(Runspace, _interface, _input, _interrupts) { Nested = true };

    private void EnterWorkingDirectory(Runner runner)
    {
        if (_commandLine.WorkingDirectory is not { } folder) return;
        try
        {
            Runspace.SessionStateProxy.Path.SetLocation(WildcardPattern.Escape(folder));
        }
        catch (Exception error) when (error is SessionStateException or ProviderInvocationException or ArgumentException)
        {
            // The cmdlet says it as it does everywhere. As in pwsh, the session goes on where it is.
            runner.RunText($"Set-Location -LiteralPath '{CodeGeneration.EscapeSingleQuotedStringContent(folder)}'");
        }
    }

    // pwsh does this so that a script finds the same program again.
    private static void PutEngineFolderOnPath()
    {
        string folder = Path.TrimEndingDirectorySeparator(Utils.DefaultPowerShellAppBase);
        string path = Environment.GetEnvironmentVariable("PATH") ?? "";
        if (path.Split(Path.PathSeparator).Contains(folder)) return;
        Environment.SetEnvironmentVariable("PATH", path.Length == 0 ? folder : folder + Path.PathSeparator + path);
    }
}
