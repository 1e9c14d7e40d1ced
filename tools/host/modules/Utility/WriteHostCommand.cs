using System.Management.Automation;
using System.Text;
using System.Xml;

namespace Microsoft.PowerShell.Commands;

/// <summary>Colours for text that goes to the host.</summary>
public class ConsoleColorCmdlet : PSCmdlet
{
    private ConsoleColor? _foreground;
    private ConsoleColor? _background;

    [Parameter]
    public ConsoleColor ForegroundColor
    {
        get => _foreground ?? Host.UI.RawUI.ForegroundColor;
        set => _foreground = value;
    }

    [Parameter]
    public ConsoleColor BackgroundColor
    {
        get => _background ?? Host.UI.RawUI.BackgroundColor;
        set => _background = value;
    }

    internal HostInformationMessage CreateMessage(string text, bool noNewLine) => new()
    {
        Message = text,
        NoNewLine = noNewLine,
        ForegroundColor = _foreground,
        BackgroundColor = _background,
    };
}

[Cmdlet(VerbsCommunications.Write, "Host")]
public sealed class WriteHostCommand : ConsoleColorCmdlet
{
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromRemainingArguments = true)]
    [Alias("Msg", "Message")]
    public object? Object { get; set; }

    [Parameter]
    public SwitchParameter NoNewline { get; set; }

    [Parameter]
    public object Separator { get; set; } = " ";

    protected override void ProcessRecord() =>
        WriteInformation(CreateMessage(TextOf(Object), NoNewline), ["PSHOST"]);

    private string TextOf(object? value)
    {
        if (value is null) return "";
        object plain = PSObject.Base(value);
        if (plain is string text) return text;
        if (plain is XmlNode node) return node.Name;
        if (LanguagePrimitives.GetEnumerable(value) is not { } elements) return value.ToString() ?? "";

        var joined = new StringBuilder();
        bool first = true;
        foreach (object? element in elements)
        {
            if (!first) joined.Append(Separator);
            joined.Append(TextOf(element));
            first = false;
        }

        return joined.ToString();
    }
}
