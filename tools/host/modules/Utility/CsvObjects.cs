using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

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
