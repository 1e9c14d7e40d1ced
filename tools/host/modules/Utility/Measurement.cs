using System.Globalization;
using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>Running totals of one measured property.</summary>
internal sealed class Measurement
{
    private static readonly ObjectComparer Order = new(false, true, CultureInfo.CurrentCulture);
    private double _mean;
    private double _squares;

    public int Count { get; set; }
    public int Numbers { get; private set; }
    public double Sum { get; private set; }
    public object? Maximum { get; private set; }
    public object? Minimum { get; private set; }
    public int Lines { get; private set; }
    public int Words { get; private set; }
    public int Characters { get; private set; }

    /// <summary>Of a sample: divided by one less than the count.</summary>
    public double StandardDeviation => Numbers > 1 ? Math.Sqrt(_squares / (Numbers - 1)) : 0;

    public void AddNumber(double value)
    {
        Numbers++;
        Sum += value;
        // Welford's recurrence: the sum of squared distances without a second pass.
        double distance = value - _mean;
        _mean += distance / Numbers;
        _squares += distance * (value - _mean);
    }

    public void AddOrdered(object value)
    {
        if (Maximum is null || Compare(value, Maximum) > 0) Maximum = value;
        if (Minimum is null || Compare(value, Minimum) < 0) Minimum = value;
    }

    // Texts that look like numbers are ordered as numbers.
    private static int Compare(object left, object right)
    {
        bool leftIsNumber = LanguagePrimitives.TryConvertTo(left, CultureInfo.InvariantCulture, out double leftNumber);
        bool rightIsNumber = LanguagePrimitives.TryConvertTo(right, CultureInfo.InvariantCulture, out double rightNumber);
        return leftIsNumber && rightIsNumber ? leftNumber.CompareTo(rightNumber) : Order.Compare(left, right);
    }

    public void AddText(string text, bool ignoreWhiteSpace)
    {
        Characters += ignoreWhiteSpace ? text.Count(character => !char.IsWhiteSpace(character)) : text.Length;
        bool inWord = false;
        foreach (char character in text)
        {
            bool white = char.IsWhiteSpace(character);
            if (!white && !inWord) Words++;
            inWord = !white;
        }

        if (text.Length > 0) Lines += text.Count(character => character == '\n') + (text.EndsWith('\n') ? 0 : 1);
    }
}
