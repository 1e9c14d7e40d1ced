using System.Globalization;
using System.IO;
using System.Management.Automation;
using System.Text;

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

/// <summary>Reads records of CSV; a quoted field may hold delimiters, quotes (doubled) and line ends.</summary>
internal sealed class CsvReader(TextReader source, char delimiter)
{
    /// <summary>The next record; null at the end.</summary>
    public List<string?>? Read()
    {
        if (source.Peek() < 0) return null;
        List<string?> fields = [];
        while (true)
        {
            fields.Add(ReadField(out bool endOfRecord));
            if (endOfRecord) return fields;
        }
    }

    /// <summary>The rest of a line that holds no record, as the type line and comments.</summary>
    public string? ReadRawLine() => source.ReadLine();

    public int Peek() => source.Peek();

    private string? ReadField(out bool endOfRecord)
    {
        var text = new StringBuilder();
        bool quoted = false;
        while (source.Peek() is ' ' or '\t' && source.Peek() != delimiter) text.Append((char)source.Read());
        if (source.Peek() == '"')
        {
            quoted = true;
            text.Clear();
            source.Read();
            ReadQuoted(text);
        }

        while (true)
        {
            int next = source.Read();
            if (next == '\r' && source.Peek() == '\n') next = source.Read();
            endOfRecord = next is < 0 or '\n' or '\r';
            if (endOfRecord || next == delimiter) break;
            text.Append((char)next);
        }

        return quoted ? text.ToString() : text.ToString().TrimEnd() is { Length: > 0 } plain ? plain : "";
    }

    private void ReadQuoted(StringBuilder text)
    {
        for (int next = source.Read(); next >= 0; next = source.Read())
        {
            if (next != '"')
            {
                text.Append((char)next);
            }
            else if (source.Peek() == '"')
            {
                source.Read();
                text.Append('"');
            }
            else
            {
                return;
            }
        }
    }
}

/// <summary>Objects from records of CSV.</summary>
internal sealed class CsvObjects
{
    private List<string>? _names;
    private string? _typeName;

    public CsvObjects(string[]? header)
    {
        if (header is not null) _names = [.. header];
    }

    public IEnumerable<PSObject> Read(CsvReader reader, Action<string> warn)
    {
        while (true)
        {
            if (_names is null && reader.Peek() == '#')
            {
                string line = reader.ReadRawLine() ?? "";
                if (line.StartsWith("#TYPE ", StringComparison.OrdinalIgnoreCase)) _typeName = line[6..].Trim();
                continue;
            }

            List<string?>? record = reader.Read();
            if (record is null) yield break;
            if (record.Count == 1 && string.IsNullOrEmpty(record[0]) && (_names is null || _names.Count > 1)) continue;
            if (_names is null) _names = Names(record, warn);
            else yield return Create(record, _names);
        }
    }

    private static List<string> Names(List<string?> record, Action<string> warn)
    {
        List<string> names = [];
        int unnamed = 0;
        foreach (string? field in record)
        {
            string name = string.IsNullOrEmpty(field) ? "H" + ++unnamed : field;
            if (names.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                throw new PSArgumentException($"The member \"{name}\" is already present.");
            }

            names.Add(name);
        }

        if (unnamed > 0) warn("One or more headers were not specified. Default names starting with \"H\" have been used in place of any missing headers.");
        return names;
    }

    private PSObject Create(List<string?> record, List<string> names)
    {
        var result = new PSObject(names.Count);
        for (int i = 0; i < names.Count; i++)
        {
            result.Properties.Add(new PSNoteProperty(names[i], i < record.Count ? record[i] : null), true);
        }

        if (!string.IsNullOrEmpty(_typeName))
        {
            result.TypeNames.Clear();
            result.TypeNames.Add("CSV:" + _typeName);
            result.TypeNames.Add(_typeName);
        }

        return result;
    }
}
