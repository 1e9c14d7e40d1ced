using System.Globalization;
using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>An object with the values that it is ordered by, and its place in the input.</summary>
internal sealed record SortKey(PSObject Value, SortKeyValue[] Values, int Position);

/// <summary>One value to order by; an absent property is ordered after present ones.</summary>
internal readonly record struct SortKeyValue(object? Value, bool Exists);

/// <summary>Makes and compares the keys of Sort-Object and Group-Object.</summary>
internal sealed class SortKeys
{
    private readonly List<PropertySelector> _properties;
    private readonly ObjectComparer[] _comparers;

    public SortKeys(PSCmdlet cmdlet, object[]? properties, bool descending, bool caseSensitive, CultureInfo culture)
    {
        _properties = PropertySelector.Parse(cmdlet, properties, "expression", "ascending", "descending");
        _comparers = _properties.Count == 0
            ? [new ObjectComparer(descending, caseSensitive, culture)]
            : [.. _properties.Select(property => new ObjectComparer(IsDescending(property, descending), caseSensitive, culture))];
    }

    /// <summary>The key properties that the type of the first object names, if it names any.</summary>
    public static object[]? DefaultProperties(List<PSObject> input) =>
        input.Count > 0
        && input[0].PSStandardMembers?.Members["DefaultKeyPropertySet"] is PSPropertySet { ReferencedPropertyNames.Count: > 0 } set
            ? [.. set.ReferencedPropertyNames]
            : null;

    public SortKey Create(PSObject value, int position)
    {
        if (_properties.Count == 0) return new SortKey(value, [new SortKeyValue(value, true)], position);
        var values = new SortKeyValue[_properties.Count];
        for (int i = 0; i < values.Length; i++)
        {
            object? found = _properties[i].ValueOf(value, out bool exists);
            values[i] = new SortKeyValue(found, exists);
        }

        return new SortKey(value, values, position);
    }

    public int Compare(SortKey left, SortKey right)
    {
        for (int i = 0; i < _comparers.Length; i++)
        {
            SortKeyValue leftValue = left.Values[i];
            SortKeyValue rightValue = right.Values[i];
            int order = leftValue.Exists == rightValue.Exists
                ? _comparers[i].Compare(leftValue.Value, rightValue.Value)
                : leftValue.Exists ? -1 : 1;
            if (order != 0) return order;
        }

        return 0;
    }

    private static bool IsDescending(PropertySelector property, bool otherwise) =>
        property.Descending ?? (property.Ascending is { } ascending ? !ascending : otherwise);
}
