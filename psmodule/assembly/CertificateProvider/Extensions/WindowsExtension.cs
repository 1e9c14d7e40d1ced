using System;
using System.Collections.Generic;
using System.Management.Automation;
using System.Reflection;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Microsoft.Rtc.Management.Emulation.CertificateProvider.Extensions
{
    /// <summary>
    /// Lays the wording of Windows over an extension: <c>Oid.FriendlyName</c>, and <c>Format</c> for PowerShell. .NET takes
    /// both from OpenSSL where there is no Windows.
    /// </summary>
    public static class WindowsExtension
    {
        private const string FormatName = nameof(X509Extension.Format);

        private static readonly MethodInfo FormatMethod =
            typeof(WindowsExtension).GetMethod(nameof(Format), BindingFlags.Static | BindingFlags.Public);

        private static readonly Dictionary<string, Func<DerValue, bool, TextLines>> Describers =
            new Dictionary<string, Func<DerValue, bool, TextLines>>
            {
                ["2.5.29.14"] = KeyExtensions.SubjectKeyIdentifier,
                ["2.5.29.15"] = KeyExtensions.KeyUsage,
                ["2.5.29.17"] = (value, multiLine) => GeneralNames.Describe(value.Children(), multiLine),
                ["2.5.29.18"] = (value, multiLine) => GeneralNames.Describe(value.Children(), multiLine),
                ["2.5.29.19"] = KeyExtensions.BasicConstraints,
                ["2.5.29.31"] = AccessExtensions.DistributionPoints,
                ["2.5.29.35"] = KeyExtensions.AuthorityKeyIdentifier,
                ["2.5.29.37"] = KeyExtensions.EnhancedKeyUsage,
                ["1.3.6.1.4.1.311.20.2"] = TemplateExtensions.Name,
                ["1.3.6.1.4.1.311.21.7"] = TemplateExtensions.Information,
                ["1.3.6.1.4.1.311.21.10"] = TemplateExtensions.ApplicationPolicies,
                ["1.3.6.1.5.5.7.1.1"] = AccessExtensions.AuthorityInformation,
            };

        internal static void Apply(X509Extension extension)
        {
            PSMemberInfoCollection<PSMethodInfo> methods = PSObject.AsPSObject(extension).Methods;
            if (methods[FormatName] is PSCodeMethod)
            {
                return;
            }

            methods.Add(new PSCodeMethod(FormatName, FormatMethod), true);
            string name = ObjectIdentifierNames.OfExtension(extension.Oid.Value);
            if (name != null)
            {
                extension.Oid = new Oid(extension.Oid.Value, name);
            }
        }

        /// <summary>The code behind the method of PowerShell.</summary>
        public static string Format(PSObject extension, bool multiLine)
        {
            var plain = (X509Extension)extension.BaseObject;
            return Text(plain.Oid.Value, plain.RawData, multiLine);
        }

        /// <summary>An extension that Windows does not know, or that is damaged, is shown as its bytes.</summary>
        private static string Text(string identifier, byte[] value, bool multiLine)
        {
            try
            {
                return Describers.TryGetValue(identifier, out Func<DerValue, bool, TextLines> describe)
                    ? describe(DerValue.Read(value), multiLine).ToString()
                    : Hexadecimal.Spaced(value);
            }
            catch (Exception damaged) when (damaged is FormatException || damaged is ArgumentException || damaged is OverflowException || damaged is CryptographicException)
            {
                return Hexadecimal.Spaced(value);
            }
        }
    }
}
