using System.Collections;
using System.Management.Automation;
using System.Text.RegularExpressions;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsData.ConvertFrom, "StringData")]
[OutputType(typeof(Hashtable))]
public sealed class ConvertFromStringDataCommand : PSCmdlet
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [AllowEmptyString]
    public string StringData { get; set; } = "";

    [Parameter(Position = 1)]
    public char Delimiter { get; set; } = '=';

    protected override void ProcessRecord()
    {
        var result = new Hashtable(StringComparer.OrdinalIgnoreCase);
        foreach (string raw in StringData.Split('\n'))
        {
            string line = raw.Trim();
            if (line.Length == 0 || line[0] == '#') continue;
            int separator = line.IndexOf(Delimiter);
            if (separator <= 0)
            {
                throw new PSInvalidOperationException($"Data line '{line}' is not in 'name=value' format.");
            }

            string name = line[..separator].Trim();
            if (result.ContainsKey(name)) throw new PSInvalidOperationException($"Data item '{name}' in line '{line}' is already defined.");
            result.Add(name, Regex.Unescape(line[(separator + 1)..].Trim()));
        }

        WriteObject(result);
    }
}
