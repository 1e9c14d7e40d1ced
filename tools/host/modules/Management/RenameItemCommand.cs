using System.Collections.ObjectModel;
using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.Rename, "Item", DefaultParameterSetName = "ByPath", SupportsShouldProcess = true)]
public sealed class RenameItemCommand : CoreCommandBase
{
    private bool _literal;

    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "ByPath")]
    [WindowsPath]
    public string Path { get; set; } = "";

    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "ByLiteralPath")]
    [Alias("PSPath", "LP")]
    [WindowsPath]
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
