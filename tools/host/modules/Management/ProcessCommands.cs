using System.ComponentModel;
using System.Diagnostics;
using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>A process that cannot be found, or not be touched.</summary>
public class ProcessCommandException(string message, Exception? inner = null) : SystemException(message, inner)
{
    public string? ProcessName { get; set; }
}

/// <summary>Finding processes by name or id.</summary>
public abstract class ProcessBaseCommand : PSCmdlet
{
    internal List<Process> FindByName(IEnumerable<string> names)
    {
        Process[] all = Process.GetProcesses();
        List<Process> result = [];
        foreach (string name in names)
        {
            WildcardPattern pattern = WildcardPattern.Get(name, WildcardOptions.IgnoreCase);
            List<Process> found = [.. all.Where(process => pattern.IsMatch(NameOf(process)))];
            if (found.Count == 0 && !WildcardPattern.ContainsWildcardCharacters(name))
            {
                Report($"Cannot find a process with the name \"{name}\". Verify the process name and call the cmdlet again.", "NoProcessFoundForGivenName", name);
            }

            result.AddRange(found.Where(process => !result.Exists(known => known.Id == process.Id)));
        }

        return [.. result.OrderBy(NameOf, StringComparer.OrdinalIgnoreCase).ThenBy(process => process.Id)];
    }

    internal List<Process> FindById(IEnumerable<int> ids)
    {
        List<Process> result = [];
        foreach (int id in ids)
        {
            try
            {
                result.Add(Process.GetProcessById(id));
            }
            catch (ArgumentException)
            {
                Report($"Cannot find a process with the process identifier {id}.", "NoProcessFoundForGivenId", id);
            }
        }

        return result;
    }

    internal static string NameOf(Process process)
    {
        try
        {
            return process.ProcessName;
        }
        catch (Exception error) when (error is InvalidOperationException or Win32Exception or NotSupportedException)
        {
            // It ended meanwhile.
            return "";
        }
    }

    internal void Report(string message, string errorId, object target, Exception? cause = null, ErrorCategory category = ErrorCategory.ObjectNotFound) =>
        WriteError(new ErrorRecord(new ProcessCommandException(message, cause), errorId, category, target));
}

[Cmdlet(VerbsCommon.Get, "Process", DefaultParameterSetName = "Name")]
[OutputType(typeof(Process))]
public sealed class GetProcessCommand : ProcessBaseCommand
{
    [Parameter(Position = 0, ValueFromPipelineByPropertyName = true, ParameterSetName = "Name")]
    [ValidateNotNullOrEmpty]
    [Alias("ProcessName")]
    public string[] Name { get; set; } = ["*"];

    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "Id")]
    [Alias("PID")]
    public int[] Id { get; set; } = [];

    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = "InputObject")]
    public Process[] InputObject { get; set; } = [];

    protected override void ProcessRecord()
    {
        List<Process> found = ParameterSetName switch
        {
            "Name" => FindByName(Name),
            "Id" => FindById(Id),
            _ => [.. InputObject],
        };
        foreach (Process process in found)
        {
            if (ParameterSetName == "InputObject") process.Refresh();
            WriteObject(process);
        }
    }
}

[Cmdlet(VerbsLifecycle.Stop, "Process", DefaultParameterSetName = "Id", SupportsShouldProcess = true)]
[OutputType(typeof(Process))]
public sealed class StopProcessCommand : ProcessBaseCommand
{
    private bool _yesToAll;
    private bool _noToAll;

    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "Name")]
    [Alias("ProcessName")]
    public string[] Name { get; set; } = [];

    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "Id")]
    public int[] Id { get; set; } = [];

    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ParameterSetName = "InputObject")]
    public Process[] InputObject { get; set; } = [];

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    public SwitchParameter Force { get; set; }

    protected override void ProcessRecord()
    {
        List<Process> found = ParameterSetName switch
        {
            "Name" => FindByName(Name),
            "Id" => FindById(Id),
            _ => [.. InputObject],
        };
        foreach (Process process in found) Stop(process);
    }

    private void Stop(Process process)
    {
        string label = $"{NameOf(process)} ({process.Id})";
        if (!ShouldProcess(label)) return;
        bool own = process.Id == Environment.ProcessId;
        if (own && !Force && !ShouldContinue($"Are you sure you want to perform the Stop-Process operation on the following item: {label}?", null, ref _yesToAll, ref _noToAll)) return;
        try
        {
            if (!process.HasExited) process.Kill();
            if (PassThru) WriteObject(process);
        }
        catch (Exception error) when (error is Win32Exception or InvalidOperationException or NotSupportedException)
        {
            Report($"Cannot stop process \"{label}\" because of the following error: {error.Message}", "CouldNotStopProcess", process, error, ErrorCategory.CloseError);
        }
    }
}
