using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

/// <summary>What every result of Measure-Object tells.</summary>
public abstract class MeasureInfo
{
    public string? Property { get; internal set; }
}

/// <summary>Counts and sums of numbers.</summary>
public sealed class GenericMeasureInfo : MeasureInfo
{
    public int Count { get; internal set; }
    public double? Average { get; internal set; }
    public double? Sum { get; internal set; }
    public double? Maximum { get; internal set; }
    public double? Minimum { get; internal set; }
    public double? StandardDeviation { get; internal set; }
}

/// <summary>As <see cref="GenericMeasureInfo"/>, where only the order of values is asked: they may be anything.</summary>
public sealed class GenericObjectMeasureInfo : MeasureInfo
{
    public int Count { get; internal set; }
    public double? Average { get; internal set; }
    public double? Sum { get; internal set; }
    public object? Maximum { get; internal set; }
    public object? Minimum { get; internal set; }
    public double? StandardDeviation { get; internal set; }
}

/// <summary>Counts of lines, words and characters.</summary>
public sealed class TextMeasureInfo : MeasureInfo
{
    public int? Lines { get; internal set; }
    public int? Words { get; internal set; }
    public int? Characters { get; internal set; }
}
