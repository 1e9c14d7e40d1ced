using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.Move, "Item", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
public sealed class MoveItemCommand : FilteredPathCommandBase
{
    [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
    [WindowsPath]
    public string Destination { get; set; } = ".";

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    internal override object? GetProviderParameters(string path, CmdletProviderContext context) =>
        InvokeProvider.Item.MoveItemDynamicParameters(path, Destination, context);

    protected override void ProcessRecord() => ForEachPath(Paths, path =>
    {
        CmdletProviderContext context = CreateContext();
        List<string> sources = [path];
        if (!IsLiteral)
        {
            sources = [.. SessionState.Path.GetResolvedPSPathFromPSPath(path, context).Select(info => info.Path)];
        }

        foreach (string source in sources)
        {
            CmdletProviderContext move = CreateContext();
            move.SuppressWildcardExpansion = true;
            move.PassThru = PassThru;
            InvokeProvider.Item.Move(source, Destination, move);
        }
    });
}
