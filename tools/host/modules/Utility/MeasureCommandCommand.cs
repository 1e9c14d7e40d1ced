using System.Diagnostics;
using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsDiagnostic.Measure, "Command")]
[OutputType(typeof(TimeSpan))]
public sealed class MeasureCommandCommand : PSCmdlet
{
    private readonly Stopwatch _watch = new();

    [Parameter(ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    [Parameter(Position = 0, Mandatory = true)]
    public ScriptBlock? Expression { get; set; }

    protected override void ProcessRecord()
    {
        if (Expression is null) return;
        _watch.Start();
        Expression.InvokeWithPipe(
            useLocalScope: false,
            errorHandlingBehavior: ScriptBlock.ErrorHandlingBehavior.WriteToCurrentErrorPipe,
            dollarUnder: InputObject,
            input: Array.Empty<object>(),
            scriptThis: null,
            outputPipe: new System.Management.Automation.Internal.Pipe { NullPipe = true },
            invocationInfo: null);
        _watch.Stop();
    }

    protected override void EndProcessing() => WriteObject(_watch.Elapsed);
}
