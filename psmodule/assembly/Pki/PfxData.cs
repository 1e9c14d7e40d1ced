using System.Security.Cryptography.X509Certificates;

namespace Microsoft.CertificateServices.Commands
{
    /// <summary>What a PKCS #12 file holds, read without a store.</summary>
    public sealed class PfxData
    {
        internal PfxData(X509Certificate2[] endEntityCertificates, X509Certificate2[] otherCertificates)
        {
            EndEntityCertificates = endEntityCertificates;
            OtherCertificates = otherCertificates;
        }

        /// <summary>The certificates with a private key.</summary>
        public X509Certificate2[] EndEntityCertificates { get; }

        /// <summary>The certificates without one.</summary>
        public X509Certificate2[] OtherCertificates { get; }
    }
}
