using System.Collections.Generic;
using System.Management.Automation;
using System.Security;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Rtc.Management.Emulation.Binding;
using Microsoft.Rtc.Management.Emulation.CertificateProvider;

namespace Microsoft.CertificateServices.Commands
{
    /// <summary>Certificates with their keys: PKCS #12.</summary>
    [Cmdlet(VerbsData.Import, "PfxCertificate", SupportsShouldProcess = true)]
    [OutputType(typeof(X509Certificate2))]
    public sealed class ImportPfxCertificate : ImportCmdlet
    {
        [Parameter]
        public SwitchParameter Exportable { get; set; }

        [Parameter(ValueFromPipelineByPropertyName = true)]
        public SecureString Password { get; set; }

        private protected override IReadOnlyList<string> Add(StoreClient client, string store) =>
            client.Add(store, File(FilePath), "pfx", PlainValue.Text(Password), Exportable);
    }
}
