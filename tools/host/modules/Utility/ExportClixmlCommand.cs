using System.Management.Automation;
using System.Text;
using System.Xml;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsData.Export, "Clixml", SupportsShouldProcess = true, DefaultParameterSetName = "ByPath")]
public sealed class ExportClixmlCommand : PSCmdlet, IDisposable
{
    private OutputFile? _file;
    private XmlWriter? _xml;
    private Serializer? _serializer;

    [Parameter]
    [ValidateRange(1, int.MaxValue)]
    public int Depth { get; set; }

    [Parameter(Mandatory = true, Position = 0, ParameterSetName = "ByPath")]
    [WindowsPath]
    public string? Path { get; set; }

    [Parameter(Mandatory = true, ParameterSetName = "ByLiteralPath")]
    [Alias("PSPath", "LP")]
    [WindowsPath]
    public string? LiteralPath { get; set; }

    [Parameter(Mandatory = true, ValueFromPipeline = true)]
    [AllowNull]
    public PSObject? InputObject { get; set; }

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

    protected override void BeginProcessing()
    {
        string target = LiteralPath ?? Path ?? "";
        if (!ShouldProcess(target)) return;
        _file = OutputFile.Open(this, target, LiteralPath is not null, Encoding, false, Force, NoClobber);
        _xml = XmlWriter.Create(_file.Writer, new XmlWriterSettings { CloseOutput = true, Encoding = Encoding, Indent = true, OmitXmlDeclaration = true });
        _serializer = Depth == 0 ? new Serializer(_xml) : new Serializer(_xml, Depth, true);
    }

    protected override void ProcessRecord()
    {
        _serializer?.Serialize(InputObject);
        _xml?.Flush();
    }

    protected override void EndProcessing()
    {
        _serializer?.Done();
        _serializer = null;
        Dispose();
    }

    protected override void StopProcessing() => _serializer?.Stop();

    public void Dispose()
    {
        _xml?.Dispose();
        _xml = null;
        _file?.Dispose();
        _file = null;
    }
}
