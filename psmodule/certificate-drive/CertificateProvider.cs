using System.Management.Automation.Provider;
using Microsoft.Rtc.Management.Emulation.CertificateProvider;

namespace Microsoft.PowerShell.Commands
{
    /// <summary>The drive <c>Cert:</c>, under the names that Windows has for provider and class.</summary>
    [CmdletProvider("Certificate", ProviderCapabilities.ShouldProcess)]
    public sealed class CertificateProvider : CertificateStoreProvider
    {
        protected override string DriveName => "Cert";
    }
}
