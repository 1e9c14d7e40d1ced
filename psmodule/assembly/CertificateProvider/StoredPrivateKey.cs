using System.Security.Cryptography.X509Certificates;

namespace Microsoft.Rtc.Management.Emulation.CertificateProvider
{
    /// <summary>What scripts ask about a private key. The key itself never leaves the engine but in an exported file.</summary>
    public sealed class StoredPrivateKey
    {
        private const string RsaEncryption = "1.2.840.113549.1.1.1";

        internal StoredPrivateKey(X509Certificate2 certificate, bool exportable)
        {
            bool rsa = certificate.PublicKey.Oid.Value == RsaEncryption;
            KeySize = KeySizes.Of(certificate);
            SignatureAlgorithm = rsa ? "RSA" : "ECDsa";
            KeyExchangeAlgorithm = rsa ? "RSA" : null;
            CspKeyContainerInfo = new StoredKeyContainer(exportable);
        }

        /// <summary>In bits.</summary>
        public int KeySize { get; }

        public string SignatureAlgorithm { get; }

        public string KeyExchangeAlgorithm { get; }

        public StoredKeyContainer CspKeyContainerInfo { get; }
    }

    /// <summary>Where a private key is kept: always the computer's own store.</summary>
    public sealed class StoredKeyContainer
    {
        internal StoredKeyContainer(bool exportable)
        {
            Exportable = exportable;
        }

        public bool Accessible => true;

        public bool Exportable { get; }

        public bool MachineKeyStore => true;
    }
}
