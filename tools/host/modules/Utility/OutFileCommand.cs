using System.Management.Automation;
using System.Text;
using Microsoft.PowerShell.Commands.Internal.Format;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsData.Out, "File", SupportsShouldProcess = true, DefaultParameterSetName = "ByPath")]
public sealed class OutFileCommand : FrontEndCommandBase
{
    private readonly OutputManagerInner _output = new();
    private TextWriter? _writer;
    private FileStream? _stream;
    private FileInfo? _readOnlyFile;
    private bool _active;

    public OutFileCommand() => implementation = _output;

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "ByPath")]
    [Alias("Path")]
    public string FilePath { get; set; } = "";

    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "ByLiteralPath")]
    [Alias("PSPath", "LP")]
    public string? LiteralPath { get; set; }

    [Parameter(Position = 1)]
    [ArgumentToEncodingTransformation]
    [ArgumentEncodingCompletions]
    [ValidateNotNullOrEmpty]
    public Encoding Encoding { get; set; } = Encoding.Default;

    [Parameter]
    public SwitchParameter Append { get; set; }

    [Parameter]
    public SwitchParameter Force { get; set; }

    [Parameter]
    [Alias("NoOverwrite")]
    public SwitchParameter NoClobber { get; set; }

    [Parameter]
    [ValidateRange(2, int.MaxValue)]
    public int Width { get; set; }

    [Parameter]
    public SwitchParameter NoNewline { get; set; }

    protected override void BeginProcessing()
    {
        string target = LiteralPath ?? FilePath;
        if (!ShouldProcess(target, "Output to File")) return;
        PathUtils.MasterStreamOpen(
            this, target, Encoding, false, Append, Force, NoClobber, out _stream, out StreamWriter writer, out _readOnlyFile, LiteralPath is not null);
        _writer = writer;
        _active = true;
        // A redirection should not cut off what would have fitted a terminal of any width.
        _output.LineOutput = new TextWriterLineOutput(_writer, OutputWidth.Of(this, Width, 80), NoNewline);
        base.BeginProcessing();
    }

    protected override void ProcessRecord()
    {
        if (_active) base.ProcessRecord();
    }

    protected override void EndProcessing()
    {
        if (!_active) return;
        base.EndProcessing();
        _writer?.Flush();
        CloseFile();
    }

    protected override void InternalDispose()
    {
        base.InternalDispose();
        CloseFile();
    }

    private void CloseFile()
    {
        _writer?.Dispose();
        _writer = null;
        _stream?.Dispose();
        _stream = null;
        if (_readOnlyFile is not null) _readOnlyFile.Attributes |= FileAttributes.ReadOnly;
        _readOnlyFile = null;
    }
}
