using System.Security.Cryptography.X509Certificates;

namespace Microsoft.CertificateServices.Commands
{
    /// <summary>What -Cert takes: a certificate, or its path on a certificate drive.</summary>
    public sealed class Certificate
    {
        public Certificate(X509Certificate2 certificate)
        {
            Value = certificate;
        }

        public Certificate(string path)
        {
            Path = path;
        }

        internal X509Certificate2 Value { get; }

        internal string Path { get; }

        public override string ToString() => Path ?? Value.Thumbprint;
    }
}
