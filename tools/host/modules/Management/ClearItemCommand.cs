using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.Clear, "Item", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
public sealed class ClearItemCommand : FilteredPathCommandBase
{
    [Parameter(Position = 0, ParameterSetName = "Path", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public override string[] Path
    {
        get => base.Path;
        set => base.Path = value;
    }

    internal override object? GetProviderParameters(string path, CmdletProviderContext context) =>
        InvokeProvider.Item.ClearItemDynamicParameters(path, context);

    protected override void ProcessRecord() => ForEachPath(Paths, path =>
    {
        CmdletProviderContext context = CreateContext();
        context.PassThru = false;
        InvokeProvider.Item.Clear(path, context);
    });
}
