using System.Management.Automation;
using System.Text;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsData.Export, "Csv", SupportsShouldProcess = true, DefaultParameterSetName = "Delimiter")]
public sealed class ExportCsvCommand : BaseCsvWritingCommand, IDisposable
{
    private OutputFile? _file;
    private List<string>? _existingColumns;
    private bool _skip;

    [Parameter(Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public PSObject? InputObject { get; set; }

    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    [WindowsPath]
    public string? Path { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    [Alias("PSPath", "LP")]
    [WindowsPath]
    public string? LiteralPath { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    [Alias("NoOverwrite")]
    public SwitchParameter NoClobber { get; set; }

    [Parameter]
    [ArgumentToEncodingTransformation]
    [ArgumentEncodingCompletions]
    [ValidateNotNullOrEmpty]
    public Encoding Encoding { get; set; } = Encoding.Default;

    [Parameter]
    public SwitchParameter Append { get; set; }

    internal override void WriteLine(string line) => _file?.Writer.Write(line + Environment.NewLine);

    protected override void BeginProcessing()
    {
        CheckParameters();
        if ((Path is null) == (LiteralPath is null))
        {
            ThrowTerminatingError(new ErrorRecord(
                new InvalidOperationException("You must specify either the -Path or -LiteralPath parameters, but not both."), "CannotSpecifyPathAndLiteralPath", ErrorCategory.InvalidData, null));
        }

        string target = LiteralPath ?? Path ?? "";
        if (!ShouldProcess(target))
        {
            _skip = true;
            return;
        }

        if (Append) ReadExistingColumns(target);
        _file = OutputFile.Open(this, target, LiteralPath is not null, Encoding, Append, Force, NoClobber);
    }

    protected override void ProcessRecord()
    {
        if (_skip || InputObject is null) return;
        if (_existingColumns is not null && !Force)
        {
            List<string> given = CsvText.ColumnsOf(InputObject);
            string? missing = _existingColumns.Find(name => !given.Contains(name, StringComparer.OrdinalIgnoreCase));
            if (missing is not null)
            {
                WriteError(new ErrorRecord(
                    new InvalidOperationException($"Cannot append CSV content to the following file: {LiteralPath ?? Path}. The appended object does not have a property that corresponds to the following column: {missing}. To continue with mismatched properties, add the -Force parameter, and then retry the command."),
                    "CannotAppendCsvWithMismatchedPropertyNames",
                    ErrorCategory.InvalidData,
                    missing));
                return;
            }
        }

        WriteRecord(InputObject, _existingColumns);
    }

    protected override void EndProcessing() => Dispose();

    public void Dispose()
    {
        _file?.Dispose();
        _file = null;
    }

    private void ReadExistingColumns(string target)
    {
        string path = PathUtils.ResolveFilePath(target, this, LiteralPath is not null);
        if (!File.Exists(path) || new FileInfo(path).Length == 0) return;
        using var reader = new StreamReader(path, Encoding, true);
        var csv = new CsvReader(reader, EffectiveDelimiter);
        while (csv.Peek() == '#') csv.ReadRawLine();
        _existingColumns = csv.Read()?.Select(name => name ?? "").ToList();
    }
}
