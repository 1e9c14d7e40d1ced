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
        /// <summary>As large as the engine takes them.</summary>
        private const long LargestFile = 4 * 1024 * 1024;

        /// <summary>ERROR_INVALID_PASSWORD as an HRESULT.</summary>
        private const int WrongPassword = unchecked((int)0x80070056);

        [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
        [Alias("FullName")]
        [ValidateNotNullOrEmpty]
        public string FilePath { get; set; }

        [Parameter]
        public SecureString Password { get; set; }

        private protected override void Run(StoreClient store)
        {
            X509Certificate2Collection all = Read(ReadableFile());
            ILookup<bool, X509Certificate2> byKey = all.Cast<X509Certificate2>().ToLookup(certificate => certificate.HasPrivateKey);
            WriteObject(new PfxData(byKey[true].ToArray(), byKey[false].ToArray()));
        }

        /// <summary>A pipe or a device has no length, and reading one need not end.</summary>
        private string ReadableFile()
        {
            string path = File(FilePath).HostPath;
            if (path is null || !System.IO.File.Exists(path))
            {
                throw NotRead("FileNotFound", ErrorCategory.ObjectNotFound, "it does not exist on this host or on one of its drives");
            }

            long length = new System.IO.FileInfo(path).Length;
            if (length == 0)
            {
                throw NotRead("PfxNotRead", ErrorCategory.InvalidData, "it is empty, or no regular file");
            }

            return length <= LargestFile ? path : throw NotRead("PfxNotRead", ErrorCategory.InvalidData, "it is larger than 4 MB");
        }

        private X509Certificate2Collection Read(string path)
        {
            var all = new X509Certificate2Collection();
            try
            {
                all.Import(path, PlainText(Password), X509KeyStorageFlags.DefaultKeySet);
                return all;
            }
            catch (CryptographicException unreadable) when (unreadable.HResult == WrongPassword)
            {
                var exception = new CryptographicException("The specified network password is not correct.");
                throw new StoreFailure(new ErrorRecord(exception, "CertificateFilePasswordWrong", ErrorCategory.SecurityError, FilePath));
            }
            catch (CryptographicException unreadable)
            {
                throw NotRead("PfxNotRead", ErrorCategory.InvalidData, $"it is no PKCS #12 file ({DisplayText.Of(unreadable.Message.TrimEnd('.'))})");
            }
        }

        private StoreFailure NotRead(string id, ErrorCategory category, string reason) =>
            Refused(id, category, $"The file \"{DisplayText.Of(FilePath)}\" cannot be read: {reason}.", FilePath);
    }
}
