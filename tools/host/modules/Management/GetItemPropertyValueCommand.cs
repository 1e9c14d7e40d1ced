using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.Get, "ItemPropertyValue", DefaultParameterSetName = "Path")]
public sealed class GetItemPropertyValueCommand : FilteredPathCommandBase
{
    [Parameter(Position = 1, Mandatory = true)]
    [Alias("PSProperty")]
    public string[] Name { get; set; } = [];

    protected override void ProcessRecord() => ForEachPath(Paths.Length > 0 ? Paths : ["."], path =>
    {
        foreach (string name in Name)
        {
            foreach (PSObject found in InvokeProvider.Property.Get([path], [name], IsLiteral))
            {
                if (found.Properties[name] is { } property) WriteObject(property.Value);
            }
        }
    });
}
