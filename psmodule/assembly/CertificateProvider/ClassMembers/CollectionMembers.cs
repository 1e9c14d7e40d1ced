using System.Linq;
using System.Security.Cryptography.X509Certificates;

namespace Microsoft.Rtc.Management.Emulation.CertificateProvider.ClassMembers
{
    /// <summary>What Lync.types.ps1xml lays over .NET's X509Certificate2Collection.</summary>
    public static class CollectionMembers
    {
        /// <summary>
        /// Off Windows .NET finds copies, which know nothing of their store: neither friendly name nor private key. These
        /// are the collection's own objects.
        /// </summary>
        public static X509Certificate2Collection Find(X509Certificate2Collection certificates, X509FindType findType, object value, bool validOnly)
        {
            X509Certificate2Collection copies = certificates.Find(findType, value, validOnly);
            X509Certificate2[] own = certificates.Cast<X509Certificate2>().ToArray();
            return new X509Certificate2Collection(copies.Cast<X509Certificate2>()
                .Select(copy => own.FirstOrDefault(certificate => certificate.Equals(copy) && certificate.Thumbprint == copy.Thumbprint) ?? copy)
                .ToArray());
        }
    }
}
