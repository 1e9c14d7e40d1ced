using System.Management.Automation.Provider;

namespace Microsoft.Rtc.Management.Emulation.CertificateProvider
{
    /// <summary>The drive <c>CsCert:</c>, which every session with the module has: on Windows <c>Cert:</c> is the system's.</summary>
    [CmdletProvider("CsCertificate", ProviderCapabilities.ShouldProcess)]
    public sealed class CsCertificateProvider : CertificateStoreProvider
    {
        protected override string DriveName => "CsCert";
    }
}
