using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsData.ConvertTo, "Csv", DefaultParameterSetName = "DelimiterPath")]
[OutputType(typeof(string))]
public sealed class ConvertToCsvCommand : BaseCsvWritingCommand
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    internal override void WriteLine(string line) => WriteObject(line);

    protected override void BeginProcessing() => CheckParameters();

    protected override void ProcessRecord() => WriteRecord(InputObject, null);
}
