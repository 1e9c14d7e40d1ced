using System.Globalization;
using System.Management.Automation;
using System.Text;

namespace Microsoft.PowerShell.Commands;

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
