using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net;
using System.Security.Cryptography.X509Certificates;

namespace Microsoft.Rtc.Management.Emulation.CertificateProvider.Extensions
{
    /// <summary>Names of RFC 5280 4.2.1.6 in the wording of Windows.</summary>
    internal static class GeneralNames
    {
        private const string PrincipalName = "1.3.6.1.4.1.311.20.2.3";

        public static TextLines Describe(IEnumerable<DerValue> names, bool multiLine)
        {
            var lines = new TextLines(multiLine);
            foreach (DerValue name in names)
            {
                Describe(name, lines, multiLine);
            }

            return lines;
        }

        /// <summary>The DNS names of an encoded extension value, as they stand there.</summary>
        public static IEnumerable<string> DnsNames(byte[] value) =>
            DerValue.Read(value).Children().Where(name => name.ContextTag == 2).Select(name => name.Text());

        private static void Describe(DerValue name, TextLines lines, bool multiLine)
        {
            switch (name.ContextTag)
            {
                case 0:
                    lines.Add("Other Name", OtherName(name, multiLine));
                    break;
                case 1:
                    lines.Add("RFC822 Name=" + name.Text());
                    break;
                case 2:
                    lines.Add("DNS Name=" + name.Text());
                    break;
                case 4:
                    lines.Add("Directory Address", DirectoryName(name, multiLine));
                    break;
                case 6:
                    lines.Add("URL=" + name.Text());
                    break;
                case 7:
                    lines.Add("IP Address=" + Address(name.Content));
                    break;
                case 8:
                    lines.Add("Registered ID=" + name.Identifier());
                    break;
                default:
                    lines.Add("Unknown=" + Hexadecimal.Spaced(name.Encoded));
                    break;
            }
        }

        private static TextLines OtherName(DerValue name, bool multiLine)
        {
            IReadOnlyList<DerValue> parts = name.Children();
            string type = parts[0].Identifier();
            DerValue value = parts[1].Children()[0];
            var lines = new TextLines(multiLine);
            lines.Add(type == PrincipalName ? "Principal Name=" + value.Text() : type + "=" + Hexadecimal.Spaced(value.Encoded));
            return lines;
        }

        private static TextLines DirectoryName(DerValue name, bool multiLine)
        {
            var lines = new TextLines(multiLine);
            string text = new X500DistinguishedName(name.Children()[0].Encoded).Format(true);
            foreach (string part in text.Split(new[] { '\r', '\n' }, StringSplitOptions.RemoveEmptyEntries))
            {
                lines.Add(part);
            }

            return lines;
        }

        /// <summary>Version 6 in full, each group with four digits.</summary>
        private static string Address(byte[] bytes)
        {
            if (bytes.Length == 4)
            {
                return new IPAddress(bytes).ToString();
            }

            return bytes.Length == 16
                ? string.Join(":", Enumerable.Range(0, 8).Select(i => ((bytes[2 * i] << 8) | bytes[(2 * i) + 1]).ToString("x4", CultureInfo.InvariantCulture)))
                : Hexadecimal.Spaced(bytes);
        }
    }
}
