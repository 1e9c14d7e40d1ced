using System.Globalization;
using System.Management.Automation;

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
