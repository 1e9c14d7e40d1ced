using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsLifecycle.Start, "Sleep", DefaultParameterSetName = "Seconds")]
public sealed class StartSleepCommand : PSCmdlet, IDisposable
{
    private readonly ManualResetEventSlim _stop = new();

    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "Seconds")]
    [ValidateRange(0.0, 2147483.0)]
    public double Seconds { get; set; }

    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "Milliseconds")]
    [ValidateRange(0, int.MaxValue)]
    [Alias("ms")]
    public int Milliseconds { get; set; }

    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "FromTimeSpan")]
    [Alias("ts")]
    public TimeSpan Duration { get; set; }

    protected override void ProcessRecord()
    {
        TimeSpan wanted = ParameterSetName switch
        {
            "Seconds" => TimeSpan.FromSeconds(Seconds),
            "Milliseconds" => TimeSpan.FromMilliseconds(Milliseconds),
            _ => Duration,
        };
        _stop.Wait(wanted);
    }

    protected override void StopProcessing() => _stop.Set();

    public void Dispose() => _stop.Dispose();
}
