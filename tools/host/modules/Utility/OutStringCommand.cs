using System.Globalization;
using System.Management.Automation;
using System.Text;
using Microsoft.PowerShell.Commands.Internal.Format;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsData.Out, "String", DefaultParameterSetName = "NoNewLineFormatting")]
[OutputType(typeof(string))]
public sealed class OutStringCommand : FrontEndCommandBase
{
    private readonly OutputManagerInner _output = new();
    private readonly StringBuilder _text = new();
    private StreamingTextWriter? _writer;

    public OutStringCommand() => implementation = _output;

    [Parameter(ParameterSetName = "StreamFormatting")]
    public SwitchParameter Stream { get; set; }

    [Parameter]
    [ValidateRange(2, int.MaxValue)]
    public int Width { get; set; }

    [Parameter(ParameterSetName = "NoNewLineFormatting")]
    public SwitchParameter NoNewline { get; set; }

    protected override void BeginProcessing()
    {
        _writer = new StreamingTextWriter(WriteLine, CultureInfo.CurrentCulture);
        // Text for a program has no screen to fit.
        _output.LineOutput = new TextWriterLineOutput(_writer, Width > 0 ? Width : int.MaxValue);
        base.BeginProcessing();
    }

    protected override void EndProcessing()
    {
        base.EndProcessing();
        if (!Stream) WriteObject(_text.ToString());
    }

    protected override void InternalDispose()
    {
        _writer?.Dispose();
        base.InternalDispose();
    }

    private void WriteLine(string line)
    {
        if (Stream) WriteObject(line);
        else if (NoNewline) _text.Append(line);
        else _text.AppendLine(line);
    }
}
