using System.Globalization;
using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>
/// Orders any two values as Sort-Object, Group-Object and Measure-Object do: the engine's own comparison where it knows one,
/// else the text of both. What is missing comes after what is there, and null comes first among what is there.
/// </summary>
internal sealed class ObjectComparer(bool descending, bool caseSensitive, CultureInfo culture)
{
    public int Compare(object? left, object? right)
    {
        int order = CompareAscending(left, right);
        return descending ? -order : order;
    }

    private int CompareAscending(object? left, object? right)
    {
        if (LanguagePrimitives.TryCompare(left, right, !caseSensitive, culture, out int order)) return order;
        string leftText = PSObject.AsPSObject(left).ToString();
        string rightText = PSObject.AsPSObject(right).ToString();
        return culture.CompareInfo.Compare(leftText, rightText, caseSensitive ? CompareOptions.None : CompareOptions.IgnoreCase);
    }

    /// <summary>A culture given by name or number, or the session's.</summary>
    public static CultureInfo CultureFrom(string? name)
    {
        if (string.IsNullOrEmpty(name)) return CultureInfo.CurrentCulture;
        return int.TryParse(name, NumberStyles.Integer, CultureInfo.InvariantCulture, out int number)
            ? new CultureInfo(number)
            : new CultureInfo(name);
    }
}
