using System.Globalization;
using System.Text;

namespace Microsoft.Rtc.Management.Emulation.Protocol
{
    /// <summary>The wrapper's counterpart of <c>src/domain/display-text.ts</c>, for what is said without an engine.</summary>
    internal static class DisplayText
    {
        public const int Limit = 2000;

        /// <summary>Escapes control, bidirectional and line separator characters and cuts what is too long.</summary>
        public static string Of(string text, int limit = Limit)
        {
            string cut = text.Length > limit ? text.Substring(0, limit - 1) + "\u2026" : text;
            var shown = new StringBuilder(cut.Length);
            foreach (char character in cut)
            {
                if (IsUnsafe(character))
                {
                    shown.Append("\\u{").Append(((int)character).ToString("x", CultureInfo.InvariantCulture)).Append('}');
                }
                else
                {
                    shown.Append(character);
                }
            }

            return shown.ToString();
        }

        private static bool IsUnsafe(char character) =>
            char.IsControl(character)
            || character == '\u061c'
            || character == '\u200e'
            || character == '\u200f'
            || (character >= '\u2028' && character <= '\u202e')
            || (character >= '\u2066' && character <= '\u2069');
    }
}
