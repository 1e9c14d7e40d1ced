using System.Collections.ObjectModel;
using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>-Path and -LiteralPath of the item property cmdlets.</summary>
public abstract class ItemPropertyCommandBase : FilteredPathCommandBase
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
}

[Cmdlet(VerbsCommon.Get, "ItemProperty", DefaultParameterSetName = "Path")]
public sealed class GetItemPropertyCommand : ItemPropertyCommandBase
{
    [Parameter(Position = 1)]
    [Alias("PSProperty")]
    public string[] Name { get; set; } = [];

    internal override object? GetProviderParameters(string path, CmdletProviderContext context) =>
        InvokeProvider.Property.GetPropertyDynamicParameters(path, new Collection<string>(Name), context);

    protected override void ProcessRecord() => ForEachPath(Paths, path =>
        InvokeProvider.Property.Get(path, new Collection<string>(Name), CreateContext()));
}

[Cmdlet(VerbsCommon.Get, "ItemPropertyValue", DefaultParameterSetName = "Path")]
public sealed class GetItemPropertyValueCommand : ItemPropertyCommandBase
{
    [Parameter(Position = 1, Mandatory = true)]
    [Alias("PSProperty")]
    public string[] Name { get; set; } = [];

    protected override void ProcessRecord() => ForEachPath(Paths.Length > 0 ? Paths : ["."], path =>
    {
        foreach (string name in Name)
        {
            foreach (PSObject found in InvokeProvider.Property.Get([path], [name], IsLiteral))
            {
                if (found.Properties[name] is { } property) WriteObject(property.Value);
            }
        }
    });
}

[Cmdlet(VerbsCommon.Set, "ItemProperty", DefaultParameterSetName = "propertyValuePathSet", SupportsShouldProcess = true)]
public sealed class SetItemPropertyCommand : FilteredPathCommandBase
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "propertyValuePathSet")]
    [Parameter(Position = 0, Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "propertyPSObjectPathSet")]
    public string[] Path
    {
        get => Paths;
        set => SetPaths(value, false);
    }

    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "propertyValueLiteralPathSet")]
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "propertyPSObjectLiteralPathSet")]
    [Alias("PSPath", "LP")]
    public string[] LiteralPath
    {
        get => Paths;
        set => SetPaths(value, true);
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
