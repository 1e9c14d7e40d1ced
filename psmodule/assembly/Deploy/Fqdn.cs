using System;
using System.Text.RegularExpressions;

namespace Microsoft.Rtc.Management.Deploy
{
    /// <summary>
    /// A host name, bound from a string. The rule is that of <c>src/domain/fqdn.ts</c>: single labels are allowed, as the
    /// documentation's examples 6 and 7 use one; casing is kept, comparison ignores it (RFC 4343).
    /// </summary>
    public sealed class Fqdn : IEquatable<Fqdn>
    {
        private static readonly Regex HostName = new Regex(
            @"\A(?=.{1,255}\z)[A-Za-z0-9_][A-Za-z0-9_-]{0,62}(?:\.[A-Za-z0-9_][A-Za-z0-9_-]{0,62})*\.?\z",
            RegexOptions.CultureInvariant);

        private readonly string _name;

        /// <exception cref="ArgumentException">The text is not a host name.</exception>
        public Fqdn(string fqdn)
        {
            string name = (fqdn ?? string.Empty).Trim();
            if (!HostName.IsMatch(name))
            {
                throw new ArgumentException(
                    $"\"{Emulation.Protocol.DisplayText.Of(name)}\" is not a fully qualified domain name (FQDN). Use letters, digits, hyphens and dots only, for example server.contoso.com.",
                    nameof(fqdn));
            }

            _name = name;
        }

        public static bool operator ==(Fqdn left, Fqdn right) => Equals(left, right);

        public static bool operator !=(Fqdn left, Fqdn right) => !Equals(left, right);

        public bool Equals(Fqdn other) =>
            !(other is null) && string.Equals(_name, other._name, StringComparison.OrdinalIgnoreCase);

        public override bool Equals(object obj) => Equals(obj as Fqdn);

        public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(_name);

        public override string ToString() => _name;
    }
}
