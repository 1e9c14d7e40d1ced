using System.Collections.Generic;
using System.Globalization;
using System.Linq;

namespace Microsoft.Rtc.Management.Emulation.CertificateProvider.Extensions
{
    /// <summary>Extensions that say where revocation lists and issuers are to be found, in the wording of Windows.</summary>
    internal static class AccessExtensions
    {
        private static readonly Dictionary<string, string> Methods = new Dictionary<string, string>
        {
            ["1.3.6.1.5.5.7.48.1"] = "On-line Certificate Status Protocol",
            ["1.3.6.1.5.5.7.48.2"] = "Certification Authority Issuer",
        };

        public static TextLines DistributionPoints(DerValue value, bool multiLine) => Numbered(
            value,
            "CRL Distribution Point",
            multiLine,
            point =>
            {
                var lines = new TextLines(multiLine);
                foreach (DerValue name in point.Children().Where(part => part.ContextTag == 0).SelectMany(part => part.Children()).Where(part => part.ContextTag == 0))
                {
                    var full = new TextLines(multiLine);
                    full.Add("Full Name", GeneralNames.Describe(name.Children(), multiLine));
                    lines.Add("Distribution Point Name", full);
                }

                return lines;
            });

        public static TextLines AuthorityInformation(DerValue value, bool multiLine) => Numbered(
            value,
            "Authority Info Access",
            multiLine,
            access =>
            {
                IReadOnlyList<DerValue> parts = access.Children();
                string method = parts[0].Identifier();
                TextLines place = GeneralNames.Describe(parts.Skip(1), multiLine);
                var lines = new TextLines(multiLine);
                lines.Add($"Access Method={(Methods.TryGetValue(method, out string name) ? name : "Unknown Access Method")} ({method})");
                if (multiLine)
                {
                    lines.Add("Alternative Name", place);
                }
                else
                {
                    lines.Add("Alternative Name=" + place);
                }

                return lines;
            });

        private static TextLines Numbered(DerValue value, string heading, bool multiLine, System.Func<DerValue, TextLines> describe)
        {
            var lines = new TextLines(multiLine);
            int number = 0;
            foreach (DerValue item in value.Children())
            {
                number++;
                lines.Add($"[{number.ToString(CultureInfo.InvariantCulture)}]{heading}", describe(item), false);
            }

            return lines;
        }
    }
}
