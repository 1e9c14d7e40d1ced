using System.Collections.Generic;

namespace Microsoft.Rtc.Management.Emulation.CertificateProvider.Extensions
{
    /// <summary>Names of object identifiers as Windows shows them in English.</summary>
    internal static class ObjectIdentifierNames
    {
        private static readonly Dictionary<string, string> ExtensionNames = new Dictionary<string, string>
        {
            ["2.5.29.14"] = "Subject Key Identifier",
            ["2.5.29.15"] = "Key Usage",
            ["2.5.29.17"] = "Subject Alternative Name",
            ["2.5.29.18"] = "Issuer Alternative Name",
            ["2.5.29.19"] = "Basic Constraints",
            ["2.5.29.31"] = "CRL Distribution Points",
            ["2.5.29.32"] = "Certificate Policies",
            ["2.5.29.35"] = "Authority Key Identifier",
            ["2.5.29.37"] = "Enhanced Key Usage",
            ["1.3.6.1.5.5.7.1.1"] = "Authority Information Access",
            ["1.3.6.1.4.1.311.20.2"] = "Certificate Template Name",
            ["1.3.6.1.4.1.311.21.1"] = "CA Version",
            ["1.3.6.1.4.1.311.21.7"] = "Certificate Template Information",
            ["1.3.6.1.4.1.311.21.10"] = "Application Policies",
            ["2.16.840.1.113730.1.13"] = "Netscape Comment",
        };

        private static readonly Dictionary<string, string> UsageNames = new Dictionary<string, string>
        {
            ["1.3.6.1.5.5.7.3.1"] = "Server Authentication",
            ["1.3.6.1.5.5.7.3.2"] = "Client Authentication",
            ["1.3.6.1.5.5.7.3.3"] = "Code Signing",
            ["1.3.6.1.5.5.7.3.4"] = "Secure Email",
            ["1.3.6.1.5.5.7.3.5"] = "IP security end system",
            ["1.3.6.1.5.5.7.3.6"] = "IP security tunnel termination",
            ["1.3.6.1.5.5.7.3.7"] = "IP security user",
            ["1.3.6.1.5.5.7.3.8"] = "Time Stamping",
            ["1.3.6.1.5.5.7.3.9"] = "OCSP Signing",
            ["1.3.6.1.5.5.8.2.2"] = "IP security IKE intermediate",
            ["1.3.6.1.5.2.3.5"] = "KDC Authentication",
            ["1.3.6.1.4.1.311.10.3.4"] = "Encrypting File System",
            ["1.3.6.1.4.1.311.10.3.12"] = "Document Signing",
            ["1.3.6.1.4.1.311.20.2.1"] = "Certificate Request Agent",
            ["1.3.6.1.4.1.311.20.2.2"] = "Smart Card Logon",
            ["1.3.6.1.4.1.311.54.1.2"] = "Remote Desktop Authentication",
            ["1.3.6.1.4.1.311.80.1"] = "Document Encryption",
            ["2.5.29.37.0"] = "Any Purpose",
        };

        /// <returns>Null where Windows has no name.</returns>
        public static string OfExtension(string identifier) =>
            ExtensionNames.TryGetValue(identifier, out string name) ? name : null;

        /// <returns>Null where Windows has no name.</returns>
        public static string OfUsage(string identifier) => UsageNames.TryGetValue(identifier, out string name) ? name : null;
    }
}
