using System.Collections.ObjectModel;
using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.Get, "ItemProperty", DefaultParameterSetName = "Path")]
public sealed class GetItemPropertyCommand : FilteredPathCommandBase
{
    [Parameter(Position = 1)]
    [Alias("PSProperty")]
    public string[] Name { get; set; } = [];

    internal override object? GetProviderParameters(string path, CmdletProviderContext context) =>
        InvokeProvider.Property.GetPropertyDynamicParameters(path, new Collection<string>(Name), context);

    protected override void ProcessRecord() => ForEachPath(Paths, path =>
        InvokeProvider.Property.Get(path, new Collection<string>(Name), CreateContext()));
}
