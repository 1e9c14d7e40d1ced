using System.Globalization;
using System.Management.Automation;
using System.Text;

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

/// <summary>The conversion specifications of the Unix <c>date</c> command.</summary>
internal static class UnixDateFormat
{
    public static string Apply(DateTime value, string format)
    {
        var text = new StringBuilder();
        int start = format.StartsWith('+') ? 1 : 0;
        for (int i = start; i < format.Length; i++)
        {
            if (format[i] != '%' || i + 1 == format.Length) text.Append(format[i]);
            else text.Append(Convert(value, format[++i]));
        }

        return text.ToString();
    }

    private static string Convert(DateTime value, char specification)
    {
        string Using(string format) => value.ToString(format, CultureInfo.CurrentCulture);
        string Number(int number, string format) => number.ToString(format, CultureInfo.InvariantCulture);
        return specification switch
        {
            'A' => Using("dddd"),
            'a' => Using("ddd"),
            'B' => Using("MMMM"),
            'b' or 'h' => Using("MMM"),
            'C' => Number(value.Year / 100, "00"),
            'c' => Using("ddd dd MMM yyyy HH:mm:ss"),
            'D' => Using("MM/dd/yy"),
            'd' => Using("dd"),
            'e' => Number(value.Day, "0").PadLeft(2),
            'F' => Using("yyyy-MM-dd"),
            'G' or 'Y' => Using("yyyy"),
            'g' or 'y' => Using("yy"),
            'H' => Using("HH"),
            'I' => Using("hh"),
            'j' => Number(value.DayOfYear, "000"),
            'k' => Number(value.Hour, "0").PadLeft(2),
            'l' => Using("%h").PadLeft(2),
            'M' => Using("mm"),
            'm' => Using("MM"),
            'n' => "\n",
            'p' => Using("tt"),
            'R' => Using("HH:mm"),
            'r' => Using("hh:mm:ss tt"),
            'S' => Using("ss"),
            's' => new DateTimeOffset(value).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
            'T' or 'X' => Using("HH:mm:ss"),
            't' => "\t",
            'U' or 'W' => Number(value.DayOfYear / 7, "0"),
            'u' => Number(value.DayOfWeek == DayOfWeek.Sunday ? 7 : (int)value.DayOfWeek, "0"),
            'V' => Number(ISOWeek.GetWeekOfYear(value), "00"),
            'w' => Number((int)value.DayOfWeek, "0"),
            'x' => Using("MM/dd/yy"),
            'Z' => Using("%K").Replace(":00", "", StringComparison.Ordinal),
            _ => specification.ToString(),
        };
    }
}
