using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.Copy, "Item", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
public sealed class CopyItemCommand : FilteredPathCommandBase
{
    private bool _containerGiven;
    private SwitchParameter _container = true;

    [Parameter(Position = 0, ParameterSetName = "Path", Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public string[] Path
    {
        get => Paths;
        set => SetPaths(value, false);
    }

    [Parameter(ParameterSetName = "LiteralPath", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP")]
    public string[] LiteralPath
    {
        get => Paths;
        set => SetPaths(value, true);
    }

    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [WindowsPath]
    public string? Destination { get; set; }

    [Parameter]
    public SwitchParameter Container
    {
        get => _container;
        set
        {
            _containerGiven = true;
            _container = value;
        }
    }

    [Parameter]
    public SwitchParameter Recurse { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    internal override object? GetProviderParameters(string path, CmdletProviderContext context) =>
        InvokeProvider.Item.CopyItemDynamicParameters(path, Destination, Recurse, context);

    protected override void ProcessRecord()
    {
        // A named -Container without -Recurse copies the folder alone.
        bool recurse = Recurse || (_containerGiven && _container && Recurse);
        CopyContainers containers = _container ? CopyContainers.CopyTargetContainer : CopyContainers.CopyChildrenOfTargetContainer;
        ForEachPath(Paths, path =>
        {
            CmdletProviderContext context = CreateContext();
            context.PassThru = PassThru;
            InvokeProvider.Item.Copy(path, Destination, recurse, containers, context);
        });
    }
}
