using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Rtc.Management.Emulation.CertificateProvider.Extensions;

namespace Microsoft.Rtc.Management.Emulation.CertificateProvider
{
    /// <summary>What Get-ChildItem has on a certificate drive beside its own parameters, as on Windows.</summary>
    public sealed class ChildItemParameters
    {
        private const string CodeSigning = "1.3.6.1.5.5.7.3.3";
        private const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";
        private const string DocumentEncryption = "1.3.6.1.4.1.311.80.1";

        [Parameter]
        public SwitchParameter CodeSigningCert { get; set; }

        [Parameter]
        public SwitchParameter DocumentEncryptionCert { get; set; }

        [Parameter]
        public SwitchParameter SSLServerAuthentication { get; set; }

        /// <summary>May have wildcards.</summary>
        [Parameter]
        public string DnsName { get; set; }

        /// <summary>Names, with wildcards, or object identifiers; all have to be there.</summary>
        [Parameter]
        public string[] Eku { get; set; }

        /// <summary>Zero: already expired.</summary>
        [Parameter]
        [ValidateRange(0, int.MaxValue)]
        public int? ExpiringInDays { get; set; }

        /// <summary>With one of these only certificates are listed, not what they are in.</summary>
        internal bool IsFilter =>
            CodeSigningCert || DocumentEncryptionCert || SSLServerAuthentication || !string.IsNullOrEmpty(DnsName) || Eku?.Length > 0 || ExpiringInDays != null;

        internal bool Matches(X509Certificate2 certificate, bool hasPrivateKey)
        {
            if (!IsFilter)
            {
                return true;
            }

            IReadOnlyList<CertificateUsage> usages = CertificateNames.Usages(certificate);
            bool IsFor(string identifier) => usages.Any(usage => usage.ObjectId == identifier);
            return (!CodeSigningCert || (hasPrivateKey && IsFor(CodeSigning)))
                && (!DocumentEncryptionCert || IsFor(DocumentEncryption))
                && (!SSLServerAuthentication || usages.Count == 0 || IsFor(ServerAuthentication))
                && (string.IsNullOrEmpty(DnsName) || CertificateNames.DnsNames(certificate).Any(name => IsLike(DnsName, name)))
                && (Eku is null || Eku.All(wanted => usages.Any(usage => usage.ObjectId == wanted || IsLike(wanted, usage.FriendlyName))))
                && (ExpiringInDays is null || Expires(certificate, ExpiringInDays.Value));
        }

        private static bool Expires(X509Certificate2 certificate, int days) =>
            days >= (certificate.NotAfter - DateTime.Now).TotalDays;

        private static bool IsLike(string pattern, string text) =>
            WildcardPattern.Get(pattern, WildcardOptions.IgnoreCase).IsMatch(text ?? string.Empty);

        private static bool IsLike(string pattern, CertificateDnsName name) =>
            IsLike(pattern, name.Unicode) || IsLike(pattern, name.Punycode);
    }

    /// <summary>What Remove-Item has on a certificate drive beside its own parameters, as on Windows.</summary>
    public sealed class RemoveItemParameters
    {
        [Parameter]
        public SwitchParameter DeleteKey { get; set; }
    }
}
