using System.ComponentModel;
using System.Diagnostics;
using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

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
