using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.Set, "ItemProperty", DefaultParameterSetName = "propertyValuePathSet", SupportsShouldProcess = true)]
public sealed class SetItemPropertyCommand : FilteredPathCommandBase
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "propertyValuePathSet")]
    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "propertyPSObjectPathSet")]
    public override string[] Path
    {
        get => base.Path;
        set => base.Path = value;
    }

    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "propertyValueLiteralPathSet")]
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "propertyPSObjectLiteralPathSet")]
    [Alias("PSPath", "LP")]
    public override string[] LiteralPath
    {
        get => base.LiteralPath;
        set => base.LiteralPath = value;
    }

    [Parameter(Position = 1, Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "propertyValuePathSet")]
    [Parameter(Position = 1, Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "propertyValueLiteralPathSet")]
    [Alias("PSProperty")]
    public string Name { get; set; } = "";

    [Parameter(Position = 2, Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "propertyValuePathSet")]
    [Parameter(Position = 2, Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "propertyValueLiteralPathSet")]
    [AllowNull]
    public object? Value { get; set; }

    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = "propertyPSObjectPathSet")]
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = "propertyPSObjectLiteralPathSet")]
    public PSObject? InputObject { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    protected override void ProcessRecord()
    {
        PSObject? value = InputObject;
        if (value is null)
        {
            value = new PSObject();
            value.Properties.Add(new PSNoteProperty(Name, Value));
        }

        ForEachPath(Paths, path =>
        {
            CmdletProviderContext context = CreateContext();
            context.PassThru = PassThru;
            InvokeProvider.Property.Set(path, value, context);
        });
    }
}
