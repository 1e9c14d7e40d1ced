using System.Diagnostics;
using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

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
