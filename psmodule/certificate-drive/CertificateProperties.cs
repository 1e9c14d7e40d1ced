using System.Collections.Generic;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Rtc.Management.Emulation.CertificateProvider;

namespace Microsoft.PowerShell.Commands
{
    // PowerShell's own type data names these three classes on every platform, and only Windows has them: with them
    // DnsNameList, EnhancedKeyUsageList and SendAsTrustedIssuer work for any certificate.

    public sealed class DnsNameProperty
    {
        public DnsNameProperty(X509Certificate2 cert)
        {
            DnsNameList = CertificateNames.DnsNames(cert);
        }

        public IReadOnlyList<CertificateDnsName> DnsNameList { get; }
    }

    public sealed class EnhancedKeyUsageProperty
    {
        public EnhancedKeyUsageProperty(X509Certificate2 cert)
        {
            EnhancedKeyUsageList = CertificateNames.Usages(cert);
        }

        public IReadOnlyList<CertificateUsage> EnhancedKeyUsageList { get; }
    }

    public static class SendAsTrustedIssuerProperty
    {
        /// <summary>A setting of the store of Windows, which no other store has.</summary>
        public static bool ReadSendAsTrustedIssuerProperty(X509Certificate2 cert) => false;
    }
}
