using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsLifecycle.Invoke, "Item", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
public sealed class InvokeItemCommand : FilteredPathCommandBase
{
    [Parameter(Position = 0, ParameterSetName = "Path", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public override string[] Path
    {
        get => base.Path;
        set => base.Path = value;
    }

    internal override object? GetProviderParameters(string path, CmdletProviderContext context) =>
        InvokeProvider.Item.InvokeItemDynamicParameters(path, context);

    protected override void ProcessRecord() => ForEachPath(Paths, path => InvokeProvider.Item.Invoke(path, CreateContext()));
}
