using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Microsoft.Rtc.Management.Emulation.CertificateProvider.Extensions
{
    /// <summary>Extensions that say which key it is and what it is for (RFC 5280 4.2.1), in the wording of Windows.</summary>
    internal static class KeyExtensions
    {
        private const byte Boolean = 0x01;

        /// <summary>By bit, the first of the first byte being the highest.</summary>
        private static readonly string[] Usages =
        {
            "Digital Signature", "Non-Repudiation", "Key Encipherment", "Data Encipherment", "Key Agreement",
            "Certificate Signing", "Off-line CRL Signing, CRL Signing", "Encipher Only", "Decipher Only",
        };

        public static TextLines SubjectKeyIdentifier(DerValue value, bool multiLine) =>
            One(Hexadecimal.Plain(value.Content), multiLine);

        public static TextLines KeyUsage(DerValue value, bool multiLine)
        {
            byte[] bits = value.Content.Skip(1).ToArray();
            IEnumerable<string> names = Usages.Where((_, bit) => bit / 8 < bits.Length && (bits[bit / 8] & (0x80 >> (bit % 8))) != 0);
            return One($"{string.Join(", ", names)} ({Hexadecimal.Spaced(bits)})", multiLine);
        }

        public static TextLines BasicConstraints(DerValue value, bool multiLine)
        {
            IReadOnlyList<DerValue> parts = value.Children();
            bool isAuthority = parts.Any(part => part.Tag == Boolean && part.Content[0] != 0);
            string length = parts.Where(part => part.Tag != Boolean).Select(part => part.Number().ToString(CultureInfo.InvariantCulture)).FirstOrDefault() ?? "None";
            var lines = new TextLines(multiLine);
            lines.Add("Subject Type=" + (isAuthority ? "CA" : "End Entity"));
            lines.Add("Path Length Constraint=" + length);
            return lines;
        }

        public static TextLines AuthorityKeyIdentifier(DerValue value, bool multiLine)
        {
            var lines = new TextLines(multiLine);
            foreach (DerValue part in value.Children())
            {
                switch (part.ContextTag)
                {
                    case 0:
                        lines.Add("KeyID=" + Hexadecimal.Plain(part.Content));
                        break;
                    case 1:
                        lines.Add("Certificate Issuer", GeneralNames.Describe(part.Children(), multiLine));
                        break;
                    default:
                        lines.Add("Certificate SerialNumber=" + Hexadecimal.Plain(part.Content));
                        break;
                }
            }

            return lines;
        }

        public static TextLines EnhancedKeyUsage(DerValue value, bool multiLine)
        {
            var lines = new TextLines(multiLine);
            foreach (DerValue usage in value.Children())
            {
                string identifier = usage.Identifier();
                lines.Add($"{ObjectIdentifierNames.OfUsage(identifier) ?? "Unknown Key Usage"} ({identifier})");
            }

            return lines;
        }

        private static TextLines One(string text, bool multiLine)
        {
            var lines = new TextLines(multiLine);
            lines.Add(text);
            return lines;
        }
    }
}
