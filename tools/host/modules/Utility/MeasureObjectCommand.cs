using System.Globalization;
using System.Management.Automation;
using System.Management.Automation.Internal;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsDiagnostic.Measure, "Object", DefaultParameterSetName = "GenericMeasure")]
[OutputType(typeof(GenericMeasureInfo), typeof(TextMeasureInfo), typeof(GenericObjectMeasureInfo))]
public sealed class MeasureObjectCommand : PSCmdlet
{
    private readonly Dictionary<string, Measurement> _measurements = new(StringComparer.OrdinalIgnoreCase);
    private readonly Measurement _whole = new();
    private int _total;
    private bool _sawNonNumeric;

    [Parameter(ValueFromPipeline = true)]
    public PSObject InputObject { get; set; } = AutomationNull.Value;

    [Parameter(Position = 0)]
    [ValidateNotNullOrEmpty]
    public PSPropertyExpression[]? Property { get; set; }

    [Parameter(ParameterSetName = "GenericMeasure")]
    public SwitchParameter StandardDeviation { get; set; }

    [Parameter(ParameterSetName = "GenericMeasure")]
    public SwitchParameter Sum { get; set; }

    [Parameter(ParameterSetName = "GenericMeasure")]
    public SwitchParameter AllStats { get; set; }

    [Parameter(ParameterSetName = "GenericMeasure")]
    public SwitchParameter Average { get; set; }

    [Parameter(ParameterSetName = "GenericMeasure")]
    public SwitchParameter Maximum { get; set; }

    [Parameter(ParameterSetName = "GenericMeasure")]
    public SwitchParameter Minimum { get; set; }

    [Parameter(ParameterSetName = "TextMeasure")]
    public SwitchParameter Line { get; set; }

    [Parameter(ParameterSetName = "TextMeasure")]
    public SwitchParameter Word { get; set; }

    [Parameter(ParameterSetName = "TextMeasure")]
    public SwitchParameter Character { get; set; }

    [Parameter(ParameterSetName = "TextMeasure")]
    public SwitchParameter IgnoreWhiteSpace { get; set; }

    private bool IsText => ParameterSetName == "TextMeasure";

    private bool NeedsNumbers => StandardDeviation || Sum || Average || AllStats;

    protected override void ProcessRecord()
    {
        if (InputObject is null || InputObject == AutomationNull.Value) return;
        _total++;
        if (Property is null)
        {
            Add(_whole, InputObject.BaseObject);
            return;
        }

        foreach (PSPropertyExpression property in Property) AddProperty(property);
    }

    protected override void EndProcessing()
    {
        if (Property is null)
        {
            Write(_whole, null);
            return;
        }

        foreach (PSPropertyExpression property in Property.Where(wanted => !wanted.HasWildCardCharacters))
        {
            string name = property.ToString();
            if (_total > 0 && !_measurements.ContainsKey(name))
            {
                WriteError(new ErrorRecord(
                    new PSArgumentException($"The property \"{name}\" cannot be found in the input for any objects.", "Property"),
                    IsText ? "TextMeasurePropertyNotFound" : "GenericMeasurePropertyNotFound",
                    ErrorCategory.InvalidArgument,
                    null));
            }
        }

        foreach ((string name, Measurement measurement) in _measurements) Write(measurement, name);
    }

    private void AddProperty(PSPropertyExpression property)
    {
        foreach (PSPropertyExpression resolved in property.Script is null ? property.ResolveNames(InputObject) : [property])
        {
            List<PSPropertyExpressionResult> values = resolved.GetValues(InputObject);
            if (values.Count == 0 || values[0].Exception is not null || values[0].Result is null) continue;
            string name = resolved.ToString();
            if (!_measurements.TryGetValue(name, out Measurement? measurement)) _measurements[name] = measurement = new Measurement();
            Add(measurement, PSObject.Base(values[0].Result));
        }
    }

    private void Add(Measurement measurement, object value)
    {
        measurement.Count++;
        if (IsText)
        {
            measurement.AddText(LanguagePrimitives.ConvertTo<string>(value), IgnoreWhiteSpace);
            return;
        }

        if (Maximum || Minimum || AllStats) measurement.AddOrdered(value);
        if (!NeedsNumbers) return;
        if (LanguagePrimitives.TryConvertTo(value, CultureInfo.InvariantCulture, out double number))
        {
            measurement.AddNumber(number);
            return;
        }

        _sawNonNumeric = true;
        WriteError(new ErrorRecord(
            new PSInvalidOperationException($"Input object \"{value}\" is not numeric."), "NonNumericInputObject", ErrorCategory.InvalidType, value));
    }

    private void Write(Measurement result, string? property)
    {
        if (IsText)
        {
            WriteObject(new TextMeasureInfo
            {
                Lines = Line ? result.Lines : null,
                Words = Word ? result.Words : null,
                Characters = Character ? result.Characters : null,
                Property = property,
            });
            return;
        }

        double? sum = (Sum || AllStats) && !_sawNonNumeric ? result.Sum : null;
        double? average = (Average || AllStats) && !_sawNonNumeric && result.Count > 0 ? result.Sum / result.Count : null;
        double? deviation = (StandardDeviation || AllStats) && !_sawNonNumeric && result.Count > 0 ? result.StandardDeviation : null;
        object? maximum = Maximum || AllStats ? result.Maximum : null;
        object? minimum = Minimum || AllStats ? result.Minimum : null;
        bool numbers = (maximum is null || AsNumber(maximum) is not null) && (minimum is null || AsNumber(minimum) is not null);
        WriteObject(numbers
            ? (MeasureInfo)new GenericMeasureInfo
            {
                Count = result.Count,
                Average = average,
                Sum = sum,
                Maximum = AsNumber(maximum),
                Minimum = AsNumber(minimum),
                StandardDeviation = deviation,
                Property = property,
            }
            : new GenericObjectMeasureInfo
            {
                Count = result.Count,
                Average = average,
                Sum = sum,
                Maximum = maximum,
                Minimum = minimum,
                StandardDeviation = deviation,
                Property = property,
            });
    }

    private static double? AsNumber(object? value) =>
        value is not null && LanguagePrimitives.TryConvertTo(value, CultureInfo.InvariantCulture, out double number) ? number : null;
}
