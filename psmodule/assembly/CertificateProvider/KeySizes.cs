using System;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Microsoft.Rtc.Management.Emulation.CertificateProvider
{
    internal static class KeySizes
    {
        /// <returns>Null for a key that .NET has no such object of, as on Windows: an elliptic curve's.</returns>
        public static AsymmetricAlgorithm AlgorithmOf(PublicKey key)
        {
            try
            {
                return key.Key;
            }
            catch (Exception unsupported) when (unsupported is NotSupportedException || unsupported is CryptographicException)
            {
                return null;
            }
        }

        /// <summary>In bits.</summary>
        public static int Of(X509Certificate2 certificate)
        {
            using (RSA rsa = certificate.GetRSAPublicKey())
            {
                if (rsa != null)
                {
                    return rsa.KeySize;
                }
            }

            using (ECDsa curve = certificate.GetECDsaPublicKey())
            {
                return curve?.KeySize ?? 0;
            }
        }
    }
}
