using System.Management.Automation;
using System.Management.Automation.Runspaces;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.Get, "TypeData")]
[OutputType(typeof(TypeData))]
public sealed class GetTypeDataCommand : PSCmdlet
{
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [ValidateNotNullOrEmpty]
    public string[] TypeName { get; set; } = ["*"];

    protected override void ProcessRecord()
    {
        Dictionary<string, TypeData> all = Context.TypeTable.GetAllTypeData();
        foreach (string name in TypeName)
        {
            WildcardPattern pattern = WildcardPattern.Get(name, WildcardOptions.IgnoreCase);
            foreach (TypeData data in all.Values.Where(data => pattern.IsMatch(data.TypeName))) WriteObject(data);
        }
    }
}
