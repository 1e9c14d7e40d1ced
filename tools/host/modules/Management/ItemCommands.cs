using System.Collections.ObjectModel;
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

[Cmdlet(VerbsCommon.New, "Item", DefaultParameterSetName = "pathSet", SupportsShouldProcess = true)]
public sealed class NewItemCommand : CoreCommandBase
{
    [Parameter(Position = 0, ParameterSetName = "nameSet", ValueFromPipelineByPropertyName = true)]
    [Parameter(Position = 0, ParameterSetName = "pathSet", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public string[]? Path { get; set; }

    [Parameter(ParameterSetName = "nameSet", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    [AllowNull]
    [AllowEmptyString]
    public string? Name { get; set; }

    [Parameter(ValueFromPipelineByPropertyName = true)]
    [Alias("Type")]
    public string? ItemType { get; set; }

    [Parameter(ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [Alias("Target")]
    public object? Value { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    internal override bool ProviderForce => Force;

    internal override string? PathForDynamicParameters => Path is { Length: > 0 } ? Path[0] : null;

    internal override object? GetProviderParameters(string path, CmdletProviderContext context) =>
        InvokeProvider.Item.NewItemDynamicParameters(path, ItemType, Value, context);

    protected override void ProcessRecord() =>
        ForEachPath(Path ?? [""], path => InvokeProvider.Item.New(path, Name, ItemType, Value, CreateContext()));
}

[Cmdlet(VerbsCommon.Set, "Item", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
public sealed class SetItemCommand : FilteredPathCommandBase
{
    [Parameter(Position = 0, ParameterSetName = "Path", Mandatory = true, ValueFromPipelineByPropertyName = true)]
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

    [Parameter(Position = 1, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public object? Value { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    internal override object? GetProviderParameters(string path, CmdletProviderContext context) =>
        InvokeProvider.Item.SetItemDynamicParameters(path, Value, context);

    protected override void ProcessRecord() => ForEachPath(Paths, path =>
    {
        CmdletProviderContext context = CreateContext();
        context.PassThru = PassThru;
        InvokeProvider.Item.Set(path, Value, context);
    });
}

[Cmdlet(VerbsCommon.Clear, "Item", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
public sealed class ClearItemCommand : FilteredPathCommandBase
{
    [Parameter(Position = 0, ParameterSetName = "Path", Mandatory = true, ValueFromPipelineByPropertyName = true)]
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
        InvokeProvider.Item.ClearItemDynamicParameters(path, context);

    protected override void ProcessRecord() => ForEachPath(Paths, path =>
    {
        CmdletProviderContext context = CreateContext();
        context.PassThru = false;
        InvokeProvider.Item.Clear(path, context);
    });
}

[Cmdlet(VerbsLifecycle.Invoke, "Item", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
public sealed class InvokeItemCommand : FilteredPathCommandBase
{
    [Parameter(Position = 0, ParameterSetName = "Path", Mandatory = true, ValueFromPipelineByPropertyName = true)]
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
        InvokeProvider.Item.InvokeItemDynamicParameters(path, context);

    protected override void ProcessRecord() => ForEachPath(Paths, path => InvokeProvider.Item.Invoke(path, CreateContext()));
}

[Cmdlet(VerbsCommon.Rename, "Item", DefaultParameterSetName = "ByPath", SupportsShouldProcess = true)]
public sealed class RenameItemCommand : CoreCommandBase
{
    private bool _literal;

    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "ByPath")]
    public string Path { get; set; } = "";

    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "ByLiteralPath")]
    [Alias("PSPath", "LP")]
    public string LiteralPath
    {
        get => Path;
        set
        {
            Path = value;
            _literal = true;
        }
    }

    [Parameter(Position = 1, Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public string NewName { get; set; } = "";

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    internal override bool IsLiteral => _literal;

    internal override bool ProviderForce => Force;

    internal override string? PathForDynamicParameters => Path;

    internal override object? GetProviderParameters(string path, CmdletProviderContext context) =>
        InvokeProvider.Item.RenameItemDynamicParameters(path, NewName, context);

    protected override void ProcessRecord() => TryWithPath(() =>
    {
        CmdletProviderContext context = CreateContext();
        string source = Path;
        if (!_literal)
        {
            Collection<PathInfo> found = SessionState.Path.GetResolvedPSPathFromPSPath(Path, context);
            if (found.Count == 1) source = found[0].Path;
        }

        context.PassThru = PassThru;
        context.SuppressWildcardExpansion = true;
        InvokeProvider.Item.Rename(source, NewName, context);
    });
}
