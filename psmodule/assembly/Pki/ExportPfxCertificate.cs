using System.Collections.Generic;
using System.IO;
using System.Management.Automation;
using System.Security;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Rtc.Management.Emulation.Binding;
using Microsoft.Rtc.Management.Emulation.CertificateProvider;

namespace Microsoft.CertificateServices.Commands
{
    /// <summary>What goes into a PKCS #12 file beside the certificate itself.</summary>
    public enum ExportChainOption
    {
        /// <summary>The certificates above it that the store has.</summary>
        BuildChain,

        EndEntityCertOnly,
    }

    /// <summary>A certificate with its key, which has to be exportable.</summary>
    [Cmdlet(VerbsData.Export, "PfxCertificate", SupportsShouldProcess = true)]
    [OutputType(typeof(FileInfo))]
    public sealed class ExportPfxCertificate : ExportCmdlet
    {
        [Parameter]
        public SecureString Password { get; set; }

        [Parameter]
        public ExportChainOption ChainOption { get; set; } = ExportChainOption.BuildChain;

        private protected override bool IsSecret => true;

        private protected override byte[] Content(StoreClient store, IReadOnlyList<X509Certificate2> certificates)
        {
            if (Password is null)
            {
                throw Refused("PasswordMissing", ErrorCategory.InvalidArgument, "A PKCS #12 file is protected by a password. Specify -Password.", null);
            }

            if (certificates.Count != 1)
            {
                throw Refused("SeveralCertificates", ErrorCategory.InvalidArgument, "One certificate is exported at a time. Call Export-PfxCertificate for each of them.", certificates.Count);
            }

            X509Certificate2 certificate = certificates[0];
            string origin = CertificateItem.StoreOf(certificate);
            return origin is null && certificate.HasPrivateKey
                ? certificate.Export(X509ContentType.Pfx, PlainValue.Text(Password))
                : store.ExportPfx(origin ?? "My", certificate.Thumbprint, PlainValue.Text(Password), ChainOption == ExportChainOption.BuildChain);
        }
    }
}
