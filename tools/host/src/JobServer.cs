using System.Management.Automation.Remoting.Server;
using System.Management.Automation.Runspaces;
using System.Runtime.CompilerServices;

namespace ConsoleHosting;

/// <summary>
/// The two ends of <c>Start-Job</c>: a session starts this program again, where the engine would start a <c>pwsh</c> beside
/// itself, and that one serves the job until its standard input ends.
/// </summary>
internal static class JobServer
{
    /// <returns>The exit code of the process.</returns>
    public static int Run(string? workingDirectory)
    {
        EngineTouches.PrepareEngine();
        // The location may be on a drive that only the session brings: it is entered there.
        JobSession.Location = workingDirectory;
        string open = $"[{typeof(JobSession).FullName}]::{nameof(JobSession.Open)}()";
        StdIOProcessMediator.Run(open, workingDirectory: null, configurationName: null, configurationFile: null, combineErrOutStream: false);
        return ExitCodes.Success;
    }

    public static void BeThisProgram()
    {
        if (Environment.ProcessPath is { } program) ProgramOfJobs(null) = program;
    }

    [UnsafeAccessor(UnsafeAccessorKind.StaticField, Name = nameof(PowerShellProcessInstance.PwshExePath))]
    private static extern ref string ProgramOfJobs(PowerShellProcessInstance? type);
}

/// <summary>What the session of a job has beyond that of the engine: the drives of the host. Called by its first script.</summary>
public static class JobSession
{
    internal static string? Location { get; set; }

    public static void Open()
    {
        Runspace runspace = Runspace.DefaultRunspace;
        var drives = new HostDrives();
        drives.Create(runspace, null);
        if (drives.Exist)
        {
            EngineTouches.LetImportModuleTakeWindowsPaths(runspace);
            WindowsCommands.Find(runspace);
        }

        if (Location is { Length: > 0 } location) runspace.ExecutionContext.EngineSessionState.SetLocation(location);
    }
}
