using System.Management.Automation;
using System.Text;
using Newtonsoft.Json;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsData.ConvertTo, "Json")]
[OutputType(typeof(string))]
public sealed class ConvertToJsonCommand : PSCmdlet, IDisposable
{
    private readonly List<object?> _input = [];
    private readonly CancellationTokenSource _stopping = new();

    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    [AllowNull]
    public object? InputObject { get; set; }

    [Parameter]
    [ValidateRange(0, 100)]
    public int Depth { get; set; } = 2;

    [Parameter]
    public SwitchParameter Compress { get; set; }

    [Parameter]
    public SwitchParameter EnumsAsStrings { get; set; }

    [Parameter]
    public SwitchParameter AsArray { get; set; }

    [Parameter]
    public StringEscapeHandling EscapeHandling { get; set; } = StringEscapeHandling.Default;

    protected override void ProcessRecord() => _input.Add(InputObject);

    protected override void EndProcessing()
    {
        if (_input.Count == 0) return;
        object? value = _input.Count > 1 || AsArray ? _input : _input[0];
        var json = new JsonText(Depth, EnumsAsStrings, _stopping.Token);
        try
        {
            string text = json.Write(value, Compress, EscapeHandling);
            if (json.WasCut) WriteWarning($"Resulting JSON is truncated as serialization has exceeded the set depth of {Depth}.");
            WriteObject(text);
        }
        catch (OperationCanceledException)
        {
            // The pipeline is being stopped; it says so itself.
        }
    }

    protected override void StopProcessing() => _stopping.Cancel();

    public void Dispose() => _stopping.Dispose();
}

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
