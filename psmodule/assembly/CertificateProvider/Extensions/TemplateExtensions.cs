using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

namespace Microsoft.Rtc.Management.Emulation.CertificateProvider.Extensions
{
    /// <summary>Extensions of Active Directory Certificate Services (MS-WCCE 2.2.2.7), in the wording of Windows.</summary>
    internal static class TemplateExtensions
    {
        private const byte BmpString = 0x1E;

        public static TextLines Name(DerValue value, bool multiLine)
        {
            var lines = new TextLines(multiLine);
            lines.Add(value.Tag == BmpString ? Encoding.BigEndianUnicode.GetString(value.Content) : value.Text());
            return lines;
        }

        public static TextLines Information(DerValue value, bool multiLine)
        {
            IReadOnlyList<DerValue> parts = value.Children();
            var lines = new TextLines(multiLine);
            lines.Add("Template=" + parts[0].Identifier());
            foreach ((string label, DerValue version) in new[] { "Major", "Minor" }.Zip(parts.Skip(1), (label, version) => (label, version)))
            {
                lines.Add(string.Format(CultureInfo.InvariantCulture, "{0} Version Number={1}", label, version.Number()));
            }

            return lines;
        }

        public static TextLines ApplicationPolicies(DerValue value, bool multiLine)
        {
            var lines = new TextLines(multiLine);
            int number = 0;
            foreach (DerValue policy in value.Children())
            {
                number++;
                string identifier = policy.Children()[0].Identifier();
                var below = new TextLines(multiLine);
                below.Add("Policy Identifier=" + (ObjectIdentifierNames.OfUsage(identifier) ?? identifier));
                lines.Add($"[{number.ToString(CultureInfo.InvariantCulture)}]Application Certificate Policy", below);
            }

            return lines;
        }
    }
}
