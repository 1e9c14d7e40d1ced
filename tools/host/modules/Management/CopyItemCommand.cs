using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.Copy, "Item", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
public sealed class CopyItemCommand : FilteredPathCommandBase
{
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [WindowsPath]
    public string? Destination { get; set; }

    [Parameter]
    public SwitchParameter Container { get; set; } = true;

    [Parameter]
    public SwitchParameter Recurse { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    internal override object? GetProviderParameters(string path, CmdletProviderContext context) =>
        InvokeProvider.Item.CopyItemDynamicParameters(path, Destination, Recurse, context);

    protected override void ProcessRecord()
    {
        CopyContainers containers = Container ? CopyContainers.CopyTargetContainer : CopyContainers.CopyChildrenOfTargetContainer;
        ForEachPath(Paths, path =>
        {
            CmdletProviderContext context = CreateContext();
            context.PassThru = PassThru;
            InvokeProvider.Item.Copy(path, Destination, Recurse, containers, context);
        });
    }
}
