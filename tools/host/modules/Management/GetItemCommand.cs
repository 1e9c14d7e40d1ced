using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.Get, "Item", DefaultParameterSetName = "Path")]
public sealed class GetItemCommand : FilteredPathCommandBase
{
    internal override object? GetProviderParameters(string path, CmdletProviderContext context) =>
        InvokeProvider.Item.GetItemDynamicParameters(path, context);

    protected override void ProcessRecord() => ForEachPath(Paths, path => InvokeProvider.Item.Get(path, CreateContext()));
}
