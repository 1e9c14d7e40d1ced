using System.Management.Automation;
using System.Text;

namespace Microsoft.PowerShell.Commands;

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
