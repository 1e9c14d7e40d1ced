using System.Globalization;
using System.Text;

namespace Microsoft.Rtc.Management.Emulation.Protocol
{
    /// <summary>The wrapper's counterpart of <c>src/domain/display-text.ts</c>, for what is said without an engine.</summary>
    internal static class DisplayText
    {
        public const int Limit = 2000;

        /// <summary>Ignorable code points that are not of the category Format, as ranges of first and last.</summary>
        private static readonly int[] Ignorable =
        {
            0x034f, 0x034f, 0x115f, 0x1160, 0x17b4, 0x17b5, 0x180b, 0x180f, 0x2065, 0x2065, 0x3164, 0x3164,
            0xfe00, 0xfe0f, 0xffa0, 0xffa0, 0xfff0, 0xfff8, 0xe0000, 0xe0fff,
        };

        /// <summary>Escapes control, bidirectional, invisible and line separator characters and cuts what is too long.</summary>
        public static string Of(string text, int limit = Limit)
        {
            string cut = text.Length > limit ? text.Substring(0, limit - 1) + "\u2026" : text;
            var shown = new StringBuilder(cut.Length);
            for (int at = 0; at < cut.Length; at++)
            {
                int codePoint = char.IsSurrogatePair(cut, at) ? char.ConvertToUtf32(cut, at) : cut[at];
                if (IsUnsafe(CharUnicodeInfo.GetUnicodeCategory(cut, at), codePoint))
                {
                    shown.Append("\\u{").Append(codePoint.ToString("x", CultureInfo.InvariantCulture)).Append('}');
                }
                else
                {
                    shown.Append(cut, at, codePoint > char.MaxValue ? 2 : 1);
                }

                if (codePoint > char.MaxValue)
                {
                    at++;
                }
            }

            return shown.ToString();
        }

        private static bool IsUnsafe(UnicodeCategory category, int codePoint) =>
            category == UnicodeCategory.Control
            || category == UnicodeCategory.Format
            || category == UnicodeCategory.LineSeparator
            || category == UnicodeCategory.ParagraphSeparator
            || IsIgnorable(codePoint);

        private static bool IsIgnorable(int codePoint)
        {
            for (int range = 0; range < Ignorable.Length; range += 2)
            {
                if (codePoint >= Ignorable[range] && codePoint <= Ignorable[range + 1])
                {
                    return true;
                }
            }

            return false;
        }
    }
}
