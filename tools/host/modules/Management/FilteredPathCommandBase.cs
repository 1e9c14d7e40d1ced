using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>As <see cref="PathCommandBase"/>, with -Filter, -Include, -Exclude and -Force.</summary>
public abstract class FilteredPathCommandBase : PathCommandBase
{
    [Parameter]
    public virtual string? Filter { get; set; }

    [Parameter]
    public virtual string[] Include { get; set; } = [];

    [Parameter]
    public virtual string[] Exclude { get; set; } = [];

    [Parameter]
    public virtual SwitchParameter Force { get; set; }

    internal override string? ProviderFilter => Filter;

    internal override string[] ProviderInclude => Include;

    internal override string[] ProviderExclude => Exclude;

    internal override bool ProviderForce => Force;
}
