using System.Collections;
using System.ComponentModel;
using System.Diagnostics;
using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsLifecycle.Start, "Process", DefaultParameterSetName = "Default", SupportsShouldProcess = true)]
[OutputType(typeof(Process))]
public sealed class StartProcessCommand : PSCmdlet
{
    [Parameter(Mandatory = true, Position = 0)]
    [ValidateNotNullOrEmpty]
    [Alias("PSPath", "Path")]
    [WindowsPath]
    public string FilePath { get; set; } = "";

    [Parameter(Position = 1)]
    [Alias("Args")]
    public string[] ArgumentList { get; set; } = [];

    [Parameter]
    [ValidateNotNullOrEmpty]
    [WindowsPath]
    public string? WorkingDirectory { get; set; }

    [Parameter]
    [Alias("nnw")]
    public SwitchParameter NoNewWindow { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    [Parameter]
    [Alias("RSE")]
    [ValidateNotNullOrEmpty]
    [WindowsPath]
    public string? RedirectStandardError { get; set; }

    [Parameter]
    [Alias("RSI")]
    [ValidateNotNullOrEmpty]
    [WindowsPath]
    public string? RedirectStandardInput { get; set; }

    [Parameter]
    [Alias("RSO")]
    [ValidateNotNullOrEmpty]
    [WindowsPath]
    public string? RedirectStandardOutput { get; set; }

    [Parameter]
    public SwitchParameter Wait { get; set; }

    [Parameter]
    public SwitchParameter UseNewEnvironment { get; set; }

    [Parameter]
    public Hashtable? Environment { get; set; }

    protected override void BeginProcessing()
    {
        ProcessStartInfo start = CreateStart();
        if (!ShouldProcess($"{start.FileName} {start.Arguments}".TrimEnd(), "Start-Process")) return;
        using var redirection = new ProcessRedirection();
        Process process = Start(start, redirection);
        if (Wait) WaitFor(process, redirection.Finished);
        if (PassThru) WriteObject(process);
    }

    private ProcessStartInfo CreateStart()
    {
        if (RedirectStandardOutput is not null && RedirectStandardError is not null && Resolve(RedirectStandardOutput) == Resolve(RedirectStandardError))
        {
            Fail("This command cannot be run because \"RedirectStandardOutput\" and \"RedirectStandardError\" are same. Give different inputs and run your command again.", null);
        }

        var start = new ProcessStartInfo(Program(), string.Join(' ', ArgumentList))
        {
            WorkingDirectory = WorkingDirectory is null ? SessionState.Path.CurrentFileSystemLocation.ProviderPath : Resolve(WorkingDirectory),
            RedirectStandardInput = RedirectStandardInput is not null,
            RedirectStandardOutput = RedirectStandardOutput is not null,
            RedirectStandardError = RedirectStandardError is not null,
        };
        if (!Directory.Exists(start.WorkingDirectory))
        {
            Fail($"The specified directory '{start.WorkingDirectory}' does not exist. Verify the directory and run your command again.", null);
        }

        if (UseNewEnvironment) start.Environment.Clear();
        foreach (DictionaryEntry variable in Environment ?? []) start.Environment[variable.Key.ToString()!] = variable.Value?.ToString();
        return start;
    }

    /// <summary>A path of the session, else what PowerShell itself would run by this name.</summary>
    private string Program()
    {
        string path = SessionState.Path.GetUnresolvedProviderPathFromPSPath(FilePath, out ProviderInfo provider, out _);
        if (provider.Name == "FileSystem" && File.Exists(path) && FilePath.IndexOfAny(['/', '\\']) >= 0) return path;
        return InvokeCommand.GetCommand(FilePath, CommandTypes.Application)?.Source ?? FilePath;
    }

    private Process Start(ProcessStartInfo start, ProcessRedirection redirection)
    {
        try
        {
            redirection.Open(Resolve(RedirectStandardInput), Resolve(RedirectStandardOutput), Resolve(RedirectStandardError));
            Process process = Process.Start(start) ?? throw new InvalidOperationException("no process was started");
            redirection.Connect(process);
            return process;
        }
        catch (Exception error) when (error is Win32Exception or InvalidOperationException or IOException or UnauthorizedAccessException)
        {
            Fail($"This command cannot be run due to the error: {error.Message}", error);
            throw;
        }
    }

    private void WaitFor(Process process, Task copied)
    {
        while (!process.WaitForExit(100))
        {
            if (Stopping) return;
        }

        while (!copied.Wait(100))
        {
            if (Stopping) return;
        }
    }

    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(path))]
    private string? Resolve(string? path) => path is null ? null : SessionState.Path.GetUnresolvedProviderPathFromPSPath(path);

    private void Fail(string message, Exception? cause) => ThrowTerminatingError(new ErrorRecord(
        new InvalidOperationException(message, cause), "InvalidOperationException", ErrorCategory.InvalidOperation, null));
}
