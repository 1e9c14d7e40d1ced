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
