using System.Collections.Generic;
using System.Management.Automation;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Rtc.Management.Emulation.CertificateProvider;

namespace Microsoft.CertificateServices.Commands
{
    /// <summary>Certificates without keys: X.509 in DER or PEM, PKCS #7.</summary>
    [Cmdlet(VerbsData.Import, "Certificate", SupportsShouldProcess = true)]
    [OutputType(typeof(X509Certificate2))]
    public sealed class ImportCertificateCommand : ImportCmdlet
    {
        private protected override IReadOnlyList<string> Add(StoreClient client, string store) =>
            client.Add(store, File(FilePath), "certificates", null, false);
    }
}
