using System.Management.Automation;
using System.Text;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.Join, "String", DefaultParameterSetName = "default")]
[OutputType(typeof(string))]
public sealed class JoinStringCommand : PSCmdlet
{
    private readonly List<string> _texts = [];

    [Parameter(Position = 0)]
    public PSPropertyExpression? Property { get; set; }

    [Parameter(Position = 1)]
    [AllowEmptyString]
    public string? Separator { get; set; }

    [Parameter]
    [Alias("op")]
    public string OutputPrefix { get; set; } = "";

    [Parameter]
    [Alias("os")]
    public string OutputSuffix { get; set; } = "";

    [Parameter(ParameterSetName = "SingleQuote")]
    public SwitchParameter SingleQuote { get; set; }

    [Parameter(ParameterSetName = "DoubleQuote")]
    public SwitchParameter DoubleQuote { get; set; }

    [Parameter(ParameterSetName = "Format")]
    public string? FormatString { get; set; }

    [Parameter]
    public SwitchParameter UseCulture { get; set; }

    [Parameter(ValueFromPipeline = true)]
    public PSObject[] InputObject { get; set; } = [];

    protected override void ProcessRecord()
    {
        foreach (PSObject? item in InputObject)
        {
            if (item is null || item == System.Management.Automation.Internal.AutomationNull.Value) continue;
            object? value = Property is null ? item : ValueOf(item, Property);
            if (value is not null) _texts.Add(Decorated(value));
        }
    }

    protected override void EndProcessing()
    {
        string separator = Separator ?? (GetVariableValue("OFS") is { } fieldSeparator ? LanguagePrimitives.ConvertTo<string>(fieldSeparator) : "");
        string between = UseCulture ? System.Globalization.CultureInfo.CurrentCulture.TextInfo.ListSeparator : separator;
        WriteObject(new StringBuilder(OutputPrefix).AppendJoin(between, _texts).Append(OutputSuffix).ToString());
    }

    private object? ValueOf(PSObject item, PSPropertyExpression property)
    {
        foreach (PSPropertyExpressionResult result in property.GetValues(item))
        {
            if (result.Exception is null) return result.Result;
            WriteError(new ErrorRecord(result.Exception, "JoinStringPropertyNotFound", ErrorCategory.InvalidOperation, property));
        }

        return null;
    }

    private string Decorated(object value)
    {
        string text = LanguagePrimitives.ConvertTo<string>(value);
        if (SingleQuote) return $"'{text}'";
        if (DoubleQuote) return $"\"{text}\"";
        return FormatString is null ? text : string.Format(System.Globalization.CultureInfo.CurrentCulture, FormatString, PSObject.Base(value));
    }
}
