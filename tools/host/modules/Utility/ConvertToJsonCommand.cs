using System.Management.Automation;
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
