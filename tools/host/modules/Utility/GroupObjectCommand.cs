using System.Collections;
using System.Collections.ObjectModel;
using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Internal;

namespace Microsoft.PowerShell.Commands;

/// <summary>One group of Group-Object.</summary>
public class GroupInfo
{
    internal GroupInfo(SortKey first)
    {
        Values = new ArrayList();
        foreach (SortKeyValue value in first.Values) Values.Add(value.Value);
        Name = string.Join(", ", first.Values.Select(TextOf));
    }

    public int Count { get; private set; }

    public Collection<PSObject> Group { get; } = [];

    public string Name { get; }

    public ArrayList Values { get; }

    internal virtual void Add(PSObject value)
    {
        Group.Add(value);
        Count++;
    }

    private protected void CountOne() => Count++;

    private static string TextOf(SortKeyValue key)
    {
        if (key.Value is null) return "";
        object plain = PSObject.Base(key.Value);
        if (plain is not string && LanguagePrimitives.GetEnumerable(key.Value) is { } elements)
        {
            return "{" + string.Join(", ", elements.Cast<object?>().Select(element => LanguagePrimitives.ConvertTo<string>(element))) + "}";
        }

        return LanguagePrimitives.ConvertTo<string>(key.Value);
    }
}

/// <summary>One group of <c>Group-Object -NoElement</c>.</summary>
public sealed class GroupInfoNoElement : GroupInfo
{
    internal GroupInfoNoElement(SortKey first)
        : base(first)
    {
    }

    internal override void Add(PSObject value) => CountOne();
}

[Cmdlet("Group", "Object", DefaultParameterSetName = "HashTable")]
[OutputType(typeof(Hashtable), typeof(GroupInfo))]
public sealed class GroupObjectCommand : PSCmdlet
{
    private readonly List<PSObject> _input = [];

    [Parameter(ValueFromPipeline = true)]
    public PSObject InputObject { get; set; } = AutomationNull.Value;

    [Parameter(Position = 0)]
    public object[]? Property { get; set; }

    [Parameter]
    public SwitchParameter NoElement { get; set; }

    [Parameter(ParameterSetName = "HashTable")]
    [Alias("AHT")]
    public SwitchParameter AsHashTable { get; set; }

    [Parameter(ParameterSetName = "HashTable")]
    public SwitchParameter AsString { get; set; }

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
        if (AsString && !AsHashTable)
        {
            ThrowTerminatingError(new ErrorRecord(
                new ArgumentException("The AsString parameter must be specified together with the AsHashTable parameter."), "ArgumentException", ErrorCategory.InvalidArgument, AsString));
        }

        CultureInfo culture = ObjectComparer.CultureFrom(Culture);
        var keys = new SortKeys(this, Property ?? SortKeys.DefaultProperties(_input), false, CaseSensitive, culture);
        List<SortKey> entries = [.. _input.Select(keys.Create)];
        List<GroupInfo> groups = HaveOneType(entries) ? GroupSorted(entries, keys) : GroupInOrder(entries, keys);
        if (AsHashTable) WriteTable(groups, culture);
        else WriteObject(groups, true);
    }

    private static bool HaveOneType(List<SortKey> entries)
    {
        int width = entries.Count > 0 ? entries[0].Values.Length : 0;
        for (int i = 0; i < width; i++)
        {
            int column = i;
            if (entries.Select(entry => PSObject.Base(entry.Values[column].Value)?.GetType()).OfType<Type>().Distinct().Count() > 1) return false;
        }

        return true;
    }

    private List<GroupInfo> GroupSorted(List<SortKey> entries, SortKeys keys)
    {
        entries.Sort((left, right) =>
        {
            int order = keys.Compare(left, right);
            return order != 0 ? order : left.Position.CompareTo(right.Position);
        });
        List<GroupInfo> groups = [];
        for (int i = 0; i < entries.Count; i++)
        {
            if (i == 0 || keys.Compare(entries[i - 1], entries[i]) != 0) groups.Add(CreateGroup(entries[i]));
            groups[^1].Add(entries[i].Value);
        }

        return groups;
    }

    // Values of several types have no common order: groups come as their first members did.
    private List<GroupInfo> GroupInOrder(List<SortKey> entries, SortKeys keys)
    {
        List<(SortKey First, GroupInfo Group)> groups = [];
        foreach (SortKey entry in entries)
        {
            int found = groups.FindIndex(known => keys.Compare(known.First, entry) == 0);
            if (found < 0)
            {
                found = groups.Count;
                groups.Add((entry, CreateGroup(entry)));
            }

            groups[found].Group.Add(entry.Value);
        }

        return [.. groups.Select(known => known.Group)];
    }

    private GroupInfo CreateGroup(SortKey first) => NoElement ? new GroupInfoNoElement(first) : new GroupInfo(first);

    private void WriteTable(List<GroupInfo> groups, CultureInfo culture)
    {
        if (groups.Count == 0) return;
        StringComparer comparer = StringComparer.Create(culture, !CaseSensitive);
        var table = new Hashtable(comparer);
        foreach (GroupInfo group in groups)
        {
            object key = AsString || group.Values.Count != 1 ? group.Name : PSObject.Base(group.Values[0]) ?? "";
            table[key] = group.Group;
        }

        WriteObject(table);
    }
}
