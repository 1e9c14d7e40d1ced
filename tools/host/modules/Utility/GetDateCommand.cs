using System.Globalization;
using System.Management.Automation;

namespace Microsoft.PowerShell.Commands;

[Cmdlet(VerbsCommon.Get, "Date", DefaultParameterSetName = "DateAndFormat")]
[OutputType(typeof(string), typeof(DateTime))]
public sealed class GetDateCommand : Cmdlet
{
    private DateTime? _date;

    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "DateAndFormat")]
    [Parameter(Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true, ParameterSetName = "DateAndUFormat")]
    [Alias("LastWriteTime")]
    public DateTime Date
    {
        get => _date ?? DateTime.Now;
        set => _date = value;
    }

    [Parameter(Mandatory = true, ParameterSetName = "UnixTimeSecondsAndFormat")]
    [Parameter(Mandatory = true, ParameterSetName = "UnixTimeSecondsAndUFormat")]
    [Alias("UnixTime")]
    public long UnixTimeSeconds
    {
        get => new DateTimeOffset(Date).ToUnixTimeSeconds();
        set => _date = DateTimeOffset.FromUnixTimeSeconds(value).LocalDateTime;
    }

    [Parameter]
    [ValidateRange(1, 9999)]
    public int? Year { get; set; }

    [Parameter]
    [ValidateRange(1, 12)]
    public int? Month { get; set; }

    [Parameter]
    [ValidateRange(1, 31)]
    public int? Day { get; set; }

    [Parameter]
    [ValidateRange(0, 23)]
    public int? Hour { get; set; }

    [Parameter]
    [ValidateRange(0, 59)]
    public int? Minute { get; set; }

    [Parameter]
    [ValidateRange(0, 59)]
    public int? Second { get; set; }

    [Parameter]
    [ValidateRange(0, 999)]
    public int? Millisecond { get; set; }

    [Parameter(ParameterSetName = "DateAndFormat")]
    [Parameter(ParameterSetName = "UnixTimeSecondsAndFormat")]
    public DisplayHintType DisplayHint { get; set; } = DisplayHintType.DateTime;

    [Parameter(Mandatory = true, ParameterSetName = "DateAndUFormat")]
    [Parameter(Mandatory = true, ParameterSetName = "UnixTimeSecondsAndUFormat")]
    public string? UFormat { get; set; }

    [Parameter(ParameterSetName = "DateAndFormat")]
    [Parameter(ParameterSetName = "UnixTimeSecondsAndFormat")]
    [ArgumentCompletions("FileDate", "FileDateUniversal", "FileDateTime", "FileDateTimeUniversal")]
    public string? Format { get; set; }

    [Parameter]
    public SwitchParameter AsUTC { get; set; }

    protected override void ProcessRecord()
    {
        DateTime value = Adjust(Date);
        if (AsUTC) value = value.ToUniversalTime();
        if (UFormat is not null)
        {
            WriteObject(UnixDateFormat.Apply(value, UFormat));
        }
        else if (Format is not null)
        {
            WriteObject(FormatWith(value, Format));
        }
        else
        {
            var result = new PSObject(value);
            result.Properties.Add(new PSNoteProperty("DisplayHint", DisplayHint));
            WriteObject(result);
        }
    }

    private DateTime Adjust(DateTime value)
    {
        if (Year is { } year) value = value.AddYears(year - value.Year);
        if (Month is { } month) value = value.AddMonths(month - value.Month);
        if (Day is { } day) value = value.AddDays(day - value.Day);
        if (Hour is { } hour) value = value.AddHours(hour - value.Hour);
        if (Minute is { } minute) value = value.AddMinutes(minute - value.Minute);
        if (Second is { } second) value = value.AddSeconds(second - value.Second);
        if (Millisecond is { } millisecond)
        {
            value = value.AddTicks(millisecond * TimeSpan.TicksPerMillisecond - value.Ticks % TimeSpan.TicksPerSecond);
        }

        return value;
    }

    private static string FormatWith(DateTime value, string format)
    {
        if (format.Equals("FileDateUniversal", StringComparison.OrdinalIgnoreCase)) return value.ToUniversalTime().ToString("yyyyMMddZ", CultureInfo.InvariantCulture);
        if (format.Equals("FileDateTimeUniversal", StringComparison.OrdinalIgnoreCase)) return value.ToUniversalTime().ToString("yyyyMMddTHHmmssffffZ", CultureInfo.InvariantCulture);
        if (format.Equals("FileDate", StringComparison.OrdinalIgnoreCase)) return value.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        if (format.Equals("FileDateTime", StringComparison.OrdinalIgnoreCase)) return value.ToString("yyyyMMddTHHmmssffff", CultureInfo.InvariantCulture);
        return value.ToString(format, CultureInfo.CurrentCulture);
    }
}

/// <summary>Which part of a date its view shows.</summary>
public enum DisplayHintType
{
    Date,
    Time,
    DateTime,
}
