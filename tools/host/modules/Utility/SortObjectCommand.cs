using System.Management.Automation;
using System.Management.Automation.Internal;

namespace Microsoft.PowerShell.Commands;

[Cmdlet("Sort", "Object", DefaultParameterSetName = "Default")]
public sealed class SortObjectCommand : PSCmdlet
{
    private readonly List<PSObject> _input = [];

    [Parameter(ValueFromPipeline = true)]
    public PSObject InputObject { get; set; } = AutomationNull.Value;

    [Parameter(Position = 0)]
    public object[]? Property { get; set; }

    [Parameter]
    public SwitchParameter Descending { get; set; }

    [Parameter]
    public SwitchParameter Unique { get; set; }

    [Parameter(ParameterSetName = "Default")]
    public SwitchParameter Stable { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = "Top")]
    [ValidateRange(1, int.MaxValue)]
    public int Top { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = "Bottom")]
    [ValidateRange(1, int.MaxValue)]
    public int Bottom { get; set; }

    [Parameter]
    public string? Culture { get; set; }

    [Parameter]
    public SwitchParameter CaseSensitive { get; set; }

    protected override void ProcessRecord()
    {
        if (InputObject is not null && InputObject != AutomationNull.Value) _input.Add(InputObject);
    }

    protected override void EndProcessing()
    {
        var keys = new SortKeys(this, Property ?? SortKeys.DefaultProperties(_input), Descending, CaseSensitive, ObjectComparer.CultureFrom(Culture));
        List<SortKey> sorted = [.. _input.Select(keys.Create)];
        sorted.Sort((left, right) =>
        {
            int order = keys.Compare(left, right);
            return order != 0 ? order : left.Position.CompareTo(right.Position);
        });
        if (Unique) sorted = WithoutRepeats(sorted, keys);
        IEnumerable<SortKey> wanted = Top > 0 ? sorted.Take(Top) : Bottom > 0 ? sorted.TakeLast(Bottom) : sorted;
        foreach (SortKey key in wanted) WriteObject(key.Value);
    }

    private static List<SortKey> WithoutRepeats(List<SortKey> sorted, SortKeys keys)
    {
        List<SortKey> result = [];
        foreach (SortKey key in sorted)
        {
            if (result.Count == 0 || keys.Compare(result[^1], key) != 0) result.Add(key);
        }

        return result;
    }
}
