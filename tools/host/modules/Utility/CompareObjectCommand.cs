using System.Globalization;
using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet("Compare", "Object")]
public sealed class CompareObjectCommand : PSCmdlet
{
    private readonly List<PSObject> _differences = [];
    private List<PropertySelector> _properties = [];

    [Parameter(Position = 0, Mandatory = true)]
    [AllowEmptyCollection]
    public PSObject[] ReferenceObject { get; set; } = [];

    [Parameter(Position = 1, Mandatory = true, ValueFromPipeline = true)]
    [AllowEmptyCollection]
    public PSObject[] DifferenceObject { get; set; } = [];

    [Parameter]
    [ValidateRange(0, int.MaxValue)]
    public int SyncWindow { get; set; } = int.MaxValue;

    [Parameter]
    public object[]? Property { get; set; }

    [Parameter]
    public SwitchParameter ExcludeDifferent { get; set; }

    [Parameter]
    public SwitchParameter IncludeEqual { get; set; }

    [Parameter]
    public SwitchParameter PassThru { get; set; }

    [Parameter]
    public string? Culture { get; set; }

    [Parameter]
    public SwitchParameter CaseSensitive { get; set; }

    private bool ShowEqual => IncludeEqual || (ExcludeDifferent && !MyInvocation.BoundParameters.ContainsKey(nameof(IncludeEqual)));

    protected override void BeginProcessing() => _properties = PropertySelector.Parse(this, Property, "expression");

    protected override void ProcessRecord() => _differences.AddRange(DifferenceObject);

    protected override void EndProcessing()
    {
        var comparer = new ObjectComparer(false, CaseSensitive, ObjectComparer.CultureFrom(Culture));
        List<Entry> references = [.. ReferenceObject.Select(Create)];
        List<Entry> differences = [.. _differences.Select(Create)];

        // Walks both lists side by side. What finds no partner waits in a backlog, as far as the window reaches.
        List<Entry> waitingReferences = [];
        List<Entry> waitingDifferences = [];
        for (int i = 0; i < Math.Max(references.Count, differences.Count); i++)
        {
            Entry? reference = i < references.Count ? references[i] : null;
            Entry? difference = i < differences.Count ? differences[i] : null;
            if (reference is not null && difference is not null && AreEqual(reference, difference, comparer))
            {
                WriteEqual(reference);
                continue;
            }

            if (difference is not null) Match(difference, waitingReferences, waitingDifferences, "=>", comparer);
            if (reference is not null) Match(reference, waitingDifferences, waitingReferences, "<=", comparer);
        }

        foreach (Entry entry in waitingDifferences) WriteDifferent(entry, "=>");
        foreach (Entry entry in waitingReferences) WriteDifferent(entry, "<=");
    }

    private void Match(Entry entry, List<Entry> partners, List<Entry> waiting, string side, ObjectComparer comparer)
    {
        int found = partners.FindIndex(partner => AreEqual(partner, entry, comparer));
        if (found >= 0)
        {
            WriteEqual(partners[found]);
            partners.RemoveAt(found);
            return;
        }

        waiting.Add(entry);
        if (waiting.Count <= SyncWindow) return;
        WriteDifferent(waiting[0], side);
        waiting.RemoveAt(0);
    }

    private Entry Create(PSObject source)
    {
        if (_properties.Count == 0) return new Entry(source, [new SortKeyValue(source, true)]);
        return new Entry(source, [.. _properties.Select(property =>
        {
            object? value = property.ValueOf(source, out bool exists);
            return new SortKeyValue(value, exists);
        })]);
    }

    private static bool AreEqual(Entry left, Entry right, ObjectComparer comparer)
    {
        for (int i = 0; i < left.Values.Length; i++)
        {
            if (left.Values[i].Exists != right.Values[i].Exists) return false;
            if (comparer.Compare(left.Values[i].Value, right.Values[i].Value) != 0) return false;
        }

        return true;
    }

    private void WriteEqual(Entry entry)
    {
        if (ShowEqual) Write(entry, "==");
    }

    private void WriteDifferent(Entry entry, string side)
    {
        if (!ExcludeDifferent) Write(entry, side);
    }

    private void Write(Entry entry, string side)
    {
        var indicator = new PSNoteProperty("SideIndicator", side);
        if (PassThru)
        {
            PSObject marked = PSObject.AsPSObject(entry.Source, true);
            marked.Properties.Remove("SideIndicator");
            marked.Properties.Add(indicator);
            WriteObject(marked);
            return;
        }

        var result = new PSObject();
        if (_properties.Count == 0) result.Properties.Add(new PSNoteProperty("InputObject", entry.Source));
        for (int i = 0; i < _properties.Count; i++)
        {
            string name = _properties[i].Expression.ToString().ToString(CultureInfo.InvariantCulture);
            result.Properties.Add(new PSNoteProperty(name, entry.Values[i].Value));
        }

        result.Properties.Add(indicator);
        WriteObject(result);
    }

    private sealed record Entry(PSObject Source, SortKeyValue[] Values);
}
