using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using System.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Rtc.Management.Emulation.Binding;
using Microsoft.Rtc.Management.Emulation.CertificateProvider;

namespace Microsoft.CertificateServices.Commands
{
    /// <summary>Looks into a PKCS #12 file and imports nothing.</summary>
    [Cmdlet(VerbsCommon.Get, "PfxData")]
    [OutputType(typeof(PfxData))]
    public sealed class GetPfxData : PkiCmdlet
    {
        [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
        [Alias("FullName")]
        [ValidateNotNullOrEmpty]
        public string FilePath { get; set; }

        [Parameter]
        public SecureString Password { get; set; }

        private protected override void Run(StoreClient store)
        {
            string password = PlainValue.Text(Password);
            IReadOnlyList<FileEntry> entries = store.LookIntoPfx(File(FilePath), password, out string path);
            IReadOnlyList<X509Certificate2> opened = Opened(path, password);
            ILookup<bool, X509Certificate2> byKey = entries.ToLookup(entry => entry.HasPrivateKey, entry => Shown(entry, opened));
            WriteObject(new PfxData(byKey[true].ToArray(), byKey[false].ToArray()));
        }

        /// <summary>The same certificates with their keys; none where the encryption is one that this .NET does not know.</summary>
        private static IReadOnlyList<X509Certificate2> Opened(string path, string password)
        {
            var all = new X509Certificate2Collection();
            try
            {
                all.Import(path, password, X509KeyStorageFlags.DefaultKeySet);
            }
            catch (CryptographicException)
            {
                return new X509Certificate2[0];
            }

            return all.Cast<X509Certificate2>().ToArray();
        }

        /// <summary>Off Windows, .NET forgets the friendly name that the file gives.</summary>
        private static X509Certificate2 Shown(FileEntry entry, IReadOnlyList<X509Certificate2> opened)
        {
            X509Certificate2 certificate = opened.FirstOrDefault(one => one.RawData.SequenceEqual(entry.Certificate)) ?? new X509Certificate2(entry.Certificate);
            PSMemberInfoCollection<PSPropertyInfo> properties = PSObject.AsPSObject(certificate).Properties;
            properties.Add(new PSNoteProperty("FriendlyName", entry.FriendlyName), true);
            properties.Add(new PSNoteProperty("HasPrivateKey", entry.HasPrivateKey), true);
            return certificate;
        }
    }
}
