using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Rtc.Management.Emulation.CertificateProvider;

namespace Microsoft.CertificateServices.Commands
{
    /// <summary>The kinds of files of Export-Certificate.</summary>
    public enum CertType
    {
        /// <summary>A serialised store: several certificates with their properties.</summary>
        SST,

        /// <summary>One certificate in DER.</summary>
        CERT,

        /// <summary>PKCS #7.</summary>
        P7B,
    }

    /// <summary>Certificates without keys.</summary>
    [Cmdlet(VerbsData.Export, "Certificate", SupportsShouldProcess = true)]
    [OutputType(typeof(FileInfo))]
    public sealed class ExportCertificateCommand : ExportCmdlet
    {
        /// <summary>Without it one certificate is written as CERT.</summary>
        [Parameter]
        public CertType Type { get; set; }

        private protected override bool IsSecret => false;

        private bool IsGiven => MyInvocation.BoundParameters.ContainsKey(nameof(Type));

        private protected override byte[] Content(StoreClient store, IReadOnlyList<X509Certificate2> certificates)
        {
            switch (IsGiven ? Type : certificates.Count == 1 ? CertType.CERT : CertType.SST)
            {
                case CertType.P7B:
                    return new X509Certificate2Collection(certificates.ToArray()).Export(X509ContentType.Pkcs7);
                case CertType.CERT when certificates.Count == 1:
                    return certificates[0].Export(X509ContentType.Cert);
                case CertType.CERT:
                    throw Refused("SeveralCertificates", ErrorCategory.InvalidArgument, "A file of the type CERT holds one certificate. Use -Type P7B for several.", certificates.Count);
                default:
                    throw Refused("TypeNotSupported", ErrorCategory.InvalidOperation, "Only Windows writes files of the type SST. Use -Type P7B for several certificates.", CertType.SST);
            }
        }
    }
}
