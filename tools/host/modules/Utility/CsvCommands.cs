using System.Globalization;
using System.IO;
using System.Management.Automation;
using System.Text;

namespace Microsoft.PowerShell.Commands;

/// <summary>What ConvertTo-Csv and Export-Csv share.</summary>
public abstract class BaseCsvWritingCommand : PSCmdlet
{
    private CsvText? _text;

    [Parameter(Position = 1)]
    public virtual char? Delimiter { get; set; }

    [Parameter]
    public SwitchParameter UseCulture { get; set; }

    [Parameter]
    [Alias("ITI")]
    public SwitchParameter IncludeTypeInformation { get; set; }

    [Parameter]
    [Alias("NTI")]
    public SwitchParameter NoTypeInformation { get; set; }

    [Parameter]
    [Alias("QF")]
    public string[]? QuoteFields { get; set; }

    [Parameter]
    [Alias("UQ")]
    public QuoteKind UseQuotes { get; set; } = QuoteKind.Always;

    [Parameter]
    public SwitchParameter NoHeader { get; set; }

    internal abstract void WriteLine(string line);

    internal char EffectiveDelimiter => Delimiter ?? (UseCulture ? CultureInfo.CurrentCulture.TextInfo.ListSeparator[0] : ',');

    internal void CheckParameters()
    {
        if (Delimiter is not null && UseCulture) Refuse("You must specify either the -UseCulture or -Delimiter parameters, but not both.", "CannotSpecifyDelimiterAndUseCulture");
        if (QuoteFields is not null && MyInvocation.BoundParameters.ContainsKey(nameof(UseQuotes))) Refuse("You must specify either the -UseQuotes or -QuoteFields parameters, but not both.", "CannotSpecifyQuoteFieldsAndUseQuotes");
        if (IncludeTypeInformation && NoTypeInformation) Refuse("You must specify either the -IncludeTypeInformation or -NoTypeInformation parameters, but not both.", "CannotSpecifyIncludeTypeInformationAndNoTypeInformation");
    }

    internal void WriteRecord(PSObject? source, List<string>? existingColumns)
    {
        if (source is null) return;
        if (_text is null)
        {
            _text = new CsvText(EffectiveDelimiter, UseQuotes, QuoteFields) { Columns = existingColumns ?? CsvText.ColumnsOf(source) };
            if (existingColumns is null)
            {
                if (IncludeTypeInformation) WriteLine("#TYPE " + (source.InternalTypeNames.Count > 0 ? source.InternalTypeNames[0] : ""));
                if (!NoHeader) WriteLine(_text.Header());
            }
        }

        WriteLine(_text.Row(source));
    }

    private void Refuse(string message, string errorId) =>
        ThrowTerminatingError(new ErrorRecord(new InvalidOperationException(message), errorId, ErrorCategory.InvalidData, null));
}

[Cmdlet(VerbsData.ConvertTo, "Csv", DefaultParameterSetName = "DelimiterPath")]
[OutputType(typeof(string))]
public sealed class ConvertToCsvCommand : BaseCsvWritingCommand
{
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true)]
    public PSObject? InputObject { get; set; }

    internal override void WriteLine(string line) => WriteObject(line);

    protected override void BeginProcessing() => CheckParameters();

    protected override void ProcessRecord() => WriteRecord(InputObject, null);
}

[Cmdlet(VerbsData.Export, "Csv", SupportsShouldProcess = true, DefaultParameterSetName = "Delimiter")]
public sealed class ExportCsvCommand : BaseCsvWritingCommand, IDisposable
{
    private FileStream? _stream;
    private StreamWriter? _writer;
    private FileInfo? _readOnlyFile;
    private List<string>? _existingColumns;
    private bool _skip;

    [Parameter(Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
    public PSObject? InputObject { get; set; }

    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public string? Path { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    [Alias("PSPath", "LP")]
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

    internal override void WriteLine(string line) => _writer?.Write(line + Environment.NewLine);

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
        PathUtils.MasterStreamOpen(this, target, Encoding, false, Append, Force, NoClobber, out _stream, out _writer, out _readOnlyFile, LiteralPath is not null);
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
        _writer?.Dispose();
        _writer = null;
        _stream?.Dispose();
        _stream = null;
        if (_readOnlyFile is not null) _readOnlyFile.Attributes |= FileAttributes.ReadOnly;
        _readOnlyFile = null;
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

[Cmdlet(VerbsData.Import, "Csv", DefaultParameterSetName = "DelimiterPath")]
public sealed class ImportCsvCommand : PSCmdlet
{
    [Parameter(Position = 1, ParameterSetName = "DelimiterPath")]
    [Parameter(Position = 1, ParameterSetName = "DelimiterLiteralPath")]
    public char Delimiter { get; set; } = ',';

    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "DelimiterPath")]
    [Parameter(Position = 0, Mandatory = true, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "CulturePath")]
    [ValidateNotNullOrEmpty]
    public string[]? Path { get; set; }

    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "DelimiterLiteralPath")]
    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "CultureLiteralPath")]
    [ValidateNotNullOrEmpty]
    [Alias("PSPath", "LP")]
    public string[]? LiteralPath { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = "CulturePath")]
    [Parameter(Mandatory = true, ParameterSetName = "CultureLiteralPath")]
    public SwitchParameter UseCulture { get; set; }

    [Parameter]
    [ValidateNotNullOrEmpty]
    public string[]? Header { get; set; }

    [Parameter]
    [ArgumentToEncodingTransformation]
    [ArgumentEncodingCompletions]
    [ValidateNotNullOrEmpty]
    public Encoding Encoding { get; set; } = Encoding.Default;

    protected override void ProcessRecord()
    {
        char delimiter = UseCulture ? CultureInfo.CurrentCulture.TextInfo.ListSeparator[0] : Delimiter;
        foreach (string path in LiteralPath ?? Path ?? [])
        {
            using StreamReader reader = PathUtils.OpenStreamReader(this, path, Encoding, LiteralPath is not null);
            foreach (PSObject row in new CsvObjects(Header).Read(new CsvReader(reader, delimiter), WriteWarning)) WriteObject(row);
        }
    }
}
