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
        var keys = new SortKeys(this, Property, false, CaseSensitive, culture);
        List<SortKey> sorted = [.. _input.Select(keys.Create)];
        sorted.Sort((left, right) =>
        {
            int order = keys.Compare(left, right);
            return order != 0 ? order : left.Position.CompareTo(right.Position);
        });

        List<GroupInfo> groups = [];
        for (int i = 0; i < sorted.Count; i++)
        {
            if (i == 0 || keys.Compare(sorted[i - 1], sorted[i]) != 0)
            {
                groups.Add(NoElement ? new GroupInfoNoElement(sorted[i]) : new GroupInfo(sorted[i]));
            }

            groups[^1].Add(sorted[i].Value);
        }

        if (AsHashTable) WriteTable(groups, culture);
        else WriteObject(groups, true);
    }

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
