using System.Globalization;
using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>When a CSV field stands in quotes.</summary>
public enum QuoteKind
{
    Never,
    Always,
    AsNeeded,
}

/// <summary>Lines of CSV from objects. The first object decides the columns.</summary>
internal sealed class CsvText(char delimiter, QuoteKind quotes, string[]? quoteFields)
{
    public List<string>? Columns { get; set; }

    public static List<string> ColumnsOf(PSObject source) => source.BaseObject is System.Collections.IDictionary table
        ? [.. table.Keys.Cast<object>().Select(LanguagePrimitives.ConvertTo<string>)]
        : [.. source.Properties.Select(property => property.Name)];

    public string Header() => string.Join(delimiter, (Columns ?? []).Select(name => Field(name, name)));

    public string Row(PSObject source) => string.Join(delimiter, (Columns ?? []).Select(name => Field(name, ValueOf(source, name))));

    private static string? ValueOf(PSObject source, string name)
    {
        object? value = source.BaseObject is System.Collections.IDictionary table ? table[name] : PropertyValue(source, name);
        return value switch
        {
            null => null,
            DateTime or DateTimeOffset => ((IFormattable)value).ToString(null, CultureInfo.CurrentCulture),
            _ => PSObject.ToStringParser(null, value, CultureInfo.CurrentCulture),
        };
    }

    private static object? PropertyValue(PSObject source, string name)
    {
        try
        {
            return source.Properties[name]?.Value;
        }
        catch (GetValueException)
        {
            return null;
        }
    }

    // Null is nothing at all between two delimiters; an empty text has its quotes.
    private string Field(string column, string? value)
    {
        if (value is null) return "";
        bool quoted = quoteFields is not null
            ? quoteFields.Contains(column, StringComparer.OrdinalIgnoreCase)
            : quotes == QuoteKind.Always || (quotes == QuoteKind.AsNeeded && value.AsSpan().IndexOfAny([delimiter, '"', '\r', '\n']) >= 0);
        return quoted ? "\"" + value.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"" : value;
    }
}
