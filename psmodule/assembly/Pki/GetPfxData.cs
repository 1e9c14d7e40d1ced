using System.Linq;
using System.Management.Automation;
using System.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Rtc.Management.Emulation.CertificateProvider;
using Microsoft.Rtc.Management.Emulation.Protocol;

namespace Microsoft.CertificateServices.Commands
{
    /// <summary>Looks into a PKCS #12 file and imports nothing. .NET reads it; no engine is asked.</summary>
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
            string path = File(FilePath).HostPath;
            if (path is null || !System.IO.File.Exists(path))
            {
                throw Refused("FileNotFound", ErrorCategory.ObjectNotFound, $"The file \"{DisplayText.Of(FilePath)}\" cannot be read: it does not exist on this host or on one of its drives.", FilePath);
            }

            var all = new X509Certificate2Collection();
            try
            {
                all.Import(path, PlainText(Password), X509KeyStorageFlags.DefaultKeySet);
            }
            catch (CryptographicException unreadable)
            {
                throw Refused("PfxNotRead", ErrorCategory.InvalidData, $"The file \"{DisplayText.Of(FilePath)}\" cannot be read: the password is wrong, or it is no PKCS #12 file ({DisplayText.Of(unreadable.Message.TrimEnd('.'))}).", FilePath);
            }

            ILookup<bool, X509Certificate2> byKey = all.Cast<X509Certificate2>().ToLookup(certificate => certificate.HasPrivateKey);
            WriteObject(new PfxData(byKey[true].ToArray(), byKey[false].ToArray()));
        }
    }
}
