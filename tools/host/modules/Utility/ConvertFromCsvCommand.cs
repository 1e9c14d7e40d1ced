using System.Globalization;
using System.Management.Automation;
using System.Text;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsData.ConvertFrom, "Csv", DefaultParameterSetName = "Delimiter")]
public sealed class ConvertFromCsvCommand : PSCmdlet
{
    private readonly StringBuilder _text = new();

    [Parameter(Position = 1, ParameterSetName = "Delimiter")]
    public char Delimiter { get; set; } = ',';

    [Parameter(Mandatory = true, ParameterSetName = "UseCulture")]
    public SwitchParameter UseCulture { get; set; }

    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    [AllowEmptyCollection]
    [AllowEmptyString]
    public PSObject[] InputObject { get; set; } = [];

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? Header { get; set; }

    protected override void ProcessRecord()
    {
        // Lines may be parts of one quoted field: they are one text.
        foreach (PSObject line in InputObject) _text.Append(line?.ToString()).Append('\n');
    }

    protected override void EndProcessing()
    {
        char delimiter = UseCulture ? CultureInfo.CurrentCulture.TextInfo.ListSeparator[0] : Delimiter;
        using var reader = new StringReader(_text.ToString());
        foreach (PSObject row in new CsvObjects(Header).Read(new CsvReader(reader, delimiter), WriteWarning)) WriteObject(row);
    }
}
