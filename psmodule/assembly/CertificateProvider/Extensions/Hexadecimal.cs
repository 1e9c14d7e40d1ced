using System.Globalization;
using System.Linq;

namespace Microsoft.Rtc.Management.Emulation.CertificateProvider.Extensions
{
    internal static class Hexadecimal
    {
        /// <summary>As Windows shows bytes it has no other form for: <c>30 0a 06</c>.</summary>
        public static string Spaced(byte[] bytes) => string.Join(" ", bytes.Select(Pair));

        /// <summary>As Windows 10 and later show a key identifier.</summary>
        public static string Plain(byte[] bytes) => string.Concat(bytes.Select(Pair));

        private static string Pair(byte value) => value.ToString("x2", CultureInfo.InvariantCulture);
    }
}
