using System.Diagnostics;
using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsLifecycle.Wait, "Process", DefaultParameterSetName = "Name")]
[OutputType(typeof(Process))]
public sealed class WaitProcessCommand : ProcessBaseCommand
{
    private readonly List<Process> _waitedFor = [];

    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "Name")]
    [Alias("ProcessName")]
    public string[] Name { get; set; } = [];

    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "Id")]
    [Alias("PID", "ProcessId")]
    public int[] Id { get; set; } = [];

    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ParameterSetName = "InputObject")]
    public Process[] InputObject { get; set; } = [];

    [Parameter(Position = 1)]
    [Alias("TimeoutSec")]
    [ValidateNotNullOrEmpty]
    [ValidateRange(0, 32767)]
    public int Timeout { get; set; } = -1;

    [Parameter]
    public SwitchParameter Any { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override void ProcessRecord() => _waitedFor.AddRange(ParameterSetName switch
    {
        "Name" => FindByName(Name),
        "Id" => FindById(Id),
        _ => InputObject,
    });

    protected override void EndProcessing()
    {
        var clock = Stopwatch.StartNew();
        while (!IsDone() && !Stopping && (Timeout < 0 || clock.Elapsed.TotalSeconds < Timeout)) Thread.Sleep(50);
        if (!IsDone() && !Stopping) ReportTimeout();
        if (PassThru) WriteObject(_waitedFor, true);
    }

    private bool IsDone() => Any ? _waitedFor.Count == 0 || _waitedFor.Exists(HasEnded) : _waitedFor.TrueForAll(HasEnded);

    private static bool HasEnded(Process process) => process.HasExited;

    private void ReportTimeout()
    {
        foreach (Process process in _waitedFor.Where(process => !HasEnded(process)))
        {
            string label = $"{NameOf(process)} ({process.Id})";
            Report($"This command stopped operation because process \"{label}\" is not stopped in the specified time-out.", "ProcessNotTerminated", process, new TimeoutException(), ErrorCategory.CloseError);
        }
    }
}
