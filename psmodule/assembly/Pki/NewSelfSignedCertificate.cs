using System;
using System.Globalization;
using System.Management.Automation;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Microsoft.Rtc.Management.Emulation.Binding;
using Microsoft.Rtc.Management.Emulation.CertificateProvider;

namespace Microsoft.CertificateServices.Commands
{
    /// <summary>Whether a private key may leave the store.</summary>
    [Flags]
    public enum KeyExportPolicy
    {
        NonExportable = 0,

        ExportableEncrypted = 1,

        Exportable = 2,
    }

    /// <summary>A certificate that its own key signs, in My of LocalMachine. What values mean is the engine's affair.</summary>
    [Cmdlet(VerbsCommon.New, "SelfSignedCertificate", SupportsShouldProcess = true)]
    [OutputType(typeof(X509Certificate2))]
    public sealed class NewSelfSignedCertificate : PkiCmdlet
    {
        [Parameter]
        [ValidateNotNullOrEmpty]
        public string[] DnsName { get; set; }

        /// <summary>Without it the current location, which then is My.</summary>
        [Parameter]
        [ValidateNotNullOrEmpty]
        public string CertStoreLocation { get; set; } = ".";

        [Parameter]
        public string FriendlyName { get; set; } = string.Empty;

        [Parameter]
        [ValidateNotNullOrEmpty]
        public string Subject { get; set; }

        [Parameter]
        public DateTime NotAfter { get; set; }

        [Parameter]
        [ValidateNotNullOrEmpty]
        public string KeyAlgorithm { get; set; }

        [Parameter]
        public int KeyLength { get; set; }

        [Parameter]
        public KeyExportPolicy KeyExportPolicy { get; set; } = KeyExportPolicy.ExportableEncrypted;

        [Parameter]
        [ValidateNotNullOrEmpty]
        public string HashAlgorithm { get; set; }

        [Parameter]
        [ValidateNotNullOrEmpty]
        public string Provider { get; set; }

        private protected override void Run(StoreClient store)
        {
            StorePath place = Place(CertStoreLocation);
            if (place.Kind != StorePathKind.Store || place.Store != "My" || !place.IsKept)
            {
                throw Refused("StoreNotMy", ErrorCategory.InvalidArgument, "A new certificate can only be installed into the store My of LocalMachine. Specify -CertStoreLocation Cert:\\LocalMachine\\My.", CertStoreLocation);
            }

            string thumbprint = store.CreateSelfSigned(WriteChoices);
            if (thumbprint != null)
            {
                string container = SessionState.Path.GetResolvedPSPathFromPSPath(CertStoreLocation)[0].Path;
                WriteObject(InvokeProvider.Item.Get(new[] { container + "/" + thumbprint }, true, true), true);
            }
        }

        private void WriteChoices(Utf8JsonWriter json)
        {
            json.WriteStartArray("dnsNames");
            foreach (string name in DnsName ?? Array.Empty<string>())
            {
                BoundParameters.RequireUnicode(nameof(DnsName), name);
                json.WriteStringValue(name);
            }

            json.WriteEndArray();
            WriteText(json, "friendlyName", nameof(FriendlyName), FriendlyName ?? string.Empty);
            json.WriteBoolean("exportable", KeyExportPolicy != KeyExportPolicy.NonExportable);
            WriteText(json, "subject", nameof(Subject), Subject);
            WriteText(json, "keyAlgorithm", nameof(KeyAlgorithm), KeyAlgorithm);
            WriteText(json, "hashAlgorithm", nameof(HashAlgorithm), HashAlgorithm);
            WriteText(json, "provider", nameof(Provider), Provider);
            if (MyInvocation.BoundParameters.ContainsKey(nameof(KeyLength)))
            {
                json.WriteNumber("keyLength", KeyLength);
            }

            if (MyInvocation.BoundParameters.ContainsKey(nameof(NotAfter)))
            {
                json.WriteString("notAfter", NotAfter.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
            }
        }

        private static void WriteText(Utf8JsonWriter json, string field, string parameter, string value)
        {
            if (value != null)
            {
                BoundParameters.RequireUnicode(parameter, value);
                json.WriteString(field, value);
            }
        }
    }
}
