using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Rtc.Management.Emulation.CertificateProvider.Extensions;

namespace Microsoft.Rtc.Management.Emulation.CertificateProvider
{
    /// <summary>A DNS name in both spellings, as in the property DnsNameList.</summary>
    public sealed class CertificateDnsName
    {
        internal CertificateDnsName(string name)
        {
            Punycode = name;
            Unicode = UnicodeOf(name);
        }

        public string Punycode { get; }

        public string Unicode { get; }

        public override string ToString() => Unicode;

        private static string UnicodeOf(string name)
        {
            try
            {
                return new IdnMapping().GetUnicode(name);
            }
            catch (ArgumentException)
            {
                return name;
            }
        }
    }

    /// <summary>What a certificate may be used for, as in the property EnhancedKeyUsageList.</summary>
    public sealed class CertificateUsage
    {
        internal CertificateUsage(string identifier)
        {
            ObjectId = identifier;
            FriendlyName = ObjectIdentifierNames.OfUsage(identifier);
        }

        /// <summary>Null where Windows has no name.</summary>
        public string FriendlyName { get; }

        public string ObjectId { get; }

        public override string ToString() => FriendlyName is null ? ObjectId : $"{FriendlyName} ({ObjectId})";
    }

    /// <summary>Reads the two lists from any certificate.</summary>
    public static class CertificateNames
    {
        private const string AlternativeNames = "2.5.29.17";
        private const string EnhancedKeyUsage = "2.5.29.37";
        private const string CommonName = "CN=";

        /// <summary>A subject that is nothing but a common name comes first, as in PowerShell on Windows.</summary>
        public static IReadOnlyList<CertificateDnsName> DnsNames(X509Certificate2 certificate)
        {
            string subject = certificate.Subject;
            bool isName = subject.StartsWith(CommonName, StringComparison.OrdinalIgnoreCase) && subject.IndexOf(',') < 0;
            IEnumerable<string> own = isName ? new[] { subject.Substring(CommonName.Length) } : Array.Empty<string>();
            return own.Concat(Values(certificate, AlternativeNames, GeneralNames.DnsNames))
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Select(name => new CertificateDnsName(name))
                .ToArray();
        }

        /// <summary>Empty: the certificate does not say.</summary>
        public static IReadOnlyList<CertificateUsage> Usages(X509Certificate2 certificate) =>
            Values(certificate, EnhancedKeyUsage, value => DerValue.Read(value).Children().Select(usage => usage.Identifier()))
                .Select(identifier => new CertificateUsage(identifier))
                .ToArray();

        private static IReadOnlyList<string> Values(X509Certificate2 certificate, string identifier, Func<byte[], IEnumerable<string>> read)
        {
            X509Extension extension = certificate.Extensions[identifier];
            try
            {
                return extension is null ? Array.Empty<string>() : read(extension.RawData).ToArray();
            }
            catch (Exception damaged) when (damaged is FormatException || damaged is OverflowException)
            {
                return Array.Empty<string>();
            }
        }
    }
}
