using System.Management.Automation;
using Newtonsoft.Json;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsData.ConvertFrom, "Json")]
public sealed class ConvertFromJsonCommand : Cmdlet
{
    private readonly List<string> _lines = [];

    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [AllowEmptyString]
    public string InputObject { get; set; } = "";

    [Parameter]
    public SwitchParameter AsHashtable { get; set; }

    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Depth { get; set; } = 1024;

    [Parameter]
    public SwitchParameter NoEnumerate { get; set; }

    protected override void ProcessRecord() => _lines.Add(InputObject);

    protected override void EndProcessing()
    {
        if (_lines.Count == 0) return;
        // Several inputs are either one document split into lines, or a document each; the first one tells.
        if (_lines.Count == 1 || !IsDocument(_lines[0]))
        {
            Convert(string.Join('\n', _lines));
            return;
        }

        foreach (string line in _lines) Convert(line);
    }

    private static bool IsDocument(string text)
    {
        try
        {
            return text.Trim().Length > 0 && JsonReading.Parse(text, false, null) is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private void Convert(string text)
    {
        try
        {
            object? value = JsonReading.Parse(text, AsHashtable, Depth);
            WriteObject(value, !NoEnumerate);
        }
        catch (JsonException error)
        {
            var wrapped = new ArgumentException($"Conversion from JSON failed with error: {error.Message}", error);
            ThrowTerminatingError(new ErrorRecord(wrapped, "System.ArgumentException", ErrorCategory.NotSpecified, null));
        }
        catch (InvalidOperationException error)
        {
            ThrowTerminatingError(new ErrorRecord(error, "System.InvalidOperationException", ErrorCategory.InvalidOperation, null));
        }
    }
}
