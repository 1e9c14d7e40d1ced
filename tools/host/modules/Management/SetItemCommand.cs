using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.Set, "Item", DefaultParameterSetName = "Path", SupportsShouldProcess = true)]
public sealed class SetItemCommand : FilteredPathCommandBase
{
    [Parameter(Position = 0, ParameterSetName = "Path", Mandatory = true, ValueFromPipelineByPropertyName = true)]
    public override string[] Path
    {
        get => base.Path;
        set => base.Path = value;
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
