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
    private TextWriter? _writer;

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
        _writer = Stream ? new StreamingTextWriter(WriteObject, CultureInfo.CurrentCulture) : new StringWriter(_text, CultureInfo.CurrentCulture);
        _output.LineOutput = new TextWriterLineOutput(_writer, OutputWidth.Of(this, Width, 120), NoNewline);
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
}

/// <summary>How many columns text output has.</summary>
internal static class OutputWidth
{
    public static int Of(PSCmdlet cmdlet, int asked, int fallback)
    {
        if (asked > 0) return asked;
        try
        {
            // The last column stays free, or a terminal would wrap the line.
            int width = cmdlet.Host.UI.RawUI.BufferSize.Width - 1;
            return width > 0 ? width : fallback;
        }
        catch (Exception error) when (error is System.Management.Automation.Host.HostException or NotImplementedException or NullReferenceException)
        {
            return fallback;
        }
    }
}
