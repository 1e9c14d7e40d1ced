using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.Get, "ChildItem", DefaultParameterSetName = "Items")]
public sealed class GetChildItemCommand : CoreCommandBase
{
    private string[]? _paths;
    private bool _literal;
    private uint _depth = uint.MaxValue;
    private bool _depthGiven;

    [Parameter(Position = 0, ParameterSetName = "Items", ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [WindowsPath]
    public string[]? Path
    {
        get => _paths;
        set => _paths = value;
    }

    [Parameter(ParameterSetName = "LiteralItems", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [Alias("PSPath", "LP")]
    [WindowsPath]
    public string[]? LiteralPath
    {
        get => _paths;
        set
        {
            _paths = value;
            _literal = true;
        }
    }

    [Parameter(Position = 1)]
    public string? Filter { get; set; }

    [Parameter]
    public string[] Include { get; set; } = [];

    [Parameter]
    public string[] Exclude { get; set; } = [];

    [Parameter]
    [Alias("s", "r")]
    public SwitchParameter Recurse { get; set; }

    [Parameter]
    public uint Depth
    {
        get => _depth;
        set
        {
            _depth = value;
            _depthGiven = true;
        }
    }

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    public SwitchParameter Name { get; set; }

    internal override string? ProviderFilter => Filter;

    internal override string[] ProviderInclude => Include;

    internal override string[] ProviderExclude => Exclude;

    internal override bool ProviderForce => Force;

    internal override bool IsLiteral => _literal;

    internal override string? PathForDynamicParameters => _paths is { Length: > 0 } ? _paths[0] : null;

    internal override object? GetProviderParameters(string path, CmdletProviderContext context) => Name
        ? InvokeProvider.ChildItem.GetChildNamesDynamicParameters(path, context)
        : InvokeProvider.ChildItem.GetChildItemsDynamicParameters(path, Recurse, context);

    protected override void ProcessRecord()
    {
        bool recurse = Recurse || _depthGiven;
        ForEachPath(_paths is { Length: > 0 } ? _paths : [""], path =>
        {
            CmdletProviderContext context = CreateContext();
            if (Name) InvokeProvider.ChildItem.GetNames(path, ReturnContainers.ReturnMatchingContainers, recurse, _depth, context);
            else InvokeProvider.ChildItem.Get(path, recurse, _depth, context);
        });
    }
}
