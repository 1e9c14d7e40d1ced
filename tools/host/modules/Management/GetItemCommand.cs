using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.Get, "Item", DefaultParameterSetName = "Path")]
public sealed class GetItemCommand : FilteredPathCommandBase
{
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

    internal override object? GetProviderParameters(string path, CmdletProviderContext context) =>
        InvokeProvider.Item.GetItemDynamicParameters(path, context);

    protected override void ProcessRecord() => ForEachPath(Paths, path => InvokeProvider.Item.Get(path, CreateContext()));
}
