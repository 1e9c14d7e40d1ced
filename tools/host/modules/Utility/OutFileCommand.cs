using System.Management.Automation;
using System.Text;
using Microsoft.PowerShell.Commands.Internal.Format;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsData.Out, "File", SupportsShouldProcess = true, DefaultParameterSetName = "ByPath")]
public sealed class OutFileCommand : FrontEndCommandBase
{
    private readonly OutputManagerInner _output = new();
    private OutputFile? _file;
    private bool _wrote;

    public OutFileCommand() => implementation = _output;

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "ByPath")]
    [Alias("Path")]
    [WindowsPath]
    public string FilePath { get; set; } = "";

    [Parameter(Mandatory = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "ByLiteralPath")]
    [Alias("PSPath", "LP")]
    [WindowsPath]
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
        _file = OutputFile.Open(this, target, LiteralPath is not null, Encoding, Append, Force, NoClobber);
        // A file has no screen to fit.
        _output.LineOutput = new TextWriterLineOutput(_file.Writer, Width > 0 ? Width : int.MaxValue, NoNewline);
        base.BeginProcessing();
    }

    protected override void ProcessRecord()
    {
        if (_file is null) return;
        _wrote = true;
        base.ProcessRecord();
        // Who reads the file while the pipeline runs sees what is there so far.
        _file?.Writer.Flush();
    }

    protected override void EndProcessing()
    {
        // For a redirection that nothing went through, the engine calls this alone.
        if (_file is null || !_wrote) return;
        base.EndProcessing();
        CloseFile();
    }

    protected override void InternalDispose()
    {
        base.InternalDispose();
        CloseFile();
    }

    private void CloseFile()
    {
        _file?.Dispose();
        _file = null;
    }
}
