using System;
using System.IO;
using System.Management.Automation;
using System.Runtime.InteropServices;
using Microsoft.Rtc.Management.Emulation.CertificateProvider;
using Microsoft.Rtc.Management.Emulation.Protocol;

namespace Microsoft.CertificateServices.Commands
{
    /// <summary>A file that an export writes: whole or not at all, and with a private key in it for this user only.</summary>
    internal sealed class ExportFile
    {
        private const uint OwnerReadsAndWrites = 0x180;
        private readonly string _path;
        private readonly string _given;

        /// <param name="path">Where it goes on this host, as the engine says.</param>
        /// <param name="given">How errors name it.</param>
        public ExportFile(string path, string given)
        {
            _path = path;
            _given = given;
        }

        /// <exception cref="StoreFailure">It cannot be written, or must not.</exception>
        public FileInfo Write(byte[] content, bool secret, bool force, bool noClobber)
        {
            try
            {
                Check(force, noClobber);
                string draft = _path + "." + Guid.NewGuid().ToString("N") + ".tmp";
                try
                {
                    WriteDraft(draft, content, secret);
                    Replace(draft);
                }
                finally
                {
                    File.Delete(draft);
                }

                return new FileInfo(_path);
            }
            catch (Exception refused) when (refused is IOException || refused is UnauthorizedAccessException)
            {
                throw Failure("FileNotWritten", ErrorCategory.WriteError, ReasonOf(refused), refused);
            }
        }

        /// <summary>Without the path, which is that of the draft, and of this host where the caller named a Windows drive.</summary>
        private string ReasonOf(Exception refused)
        {
            if (Directory.Exists(_path))
            {
                return "it is a folder";
            }

            switch (refused)
            {
                case DirectoryNotFoundException _:
                    return "its folder does not exist";
                case UnauthorizedAccessException _:
                    return "access is denied";
                default:
                    int path = refused.Message.IndexOf(" : '", StringComparison.Ordinal);
                    return (path < 0 ? refused.Message : refused.Message.Substring(0, path)).TrimEnd('.');
            }
        }

        private void Check(bool force, bool noClobber)
        {
            var existing = new FileInfo(_path);
            if (existing.Exists && noClobber)
            {
                throw Failure("FileExists", ErrorCategory.ResourceExists, "it exists, and -NoClobber was specified", null);
            }

            if (existing.Exists && existing.IsReadOnly && !force)
            {
                throw Failure("FileReadOnly", ErrorCategory.PermissionDenied, "it is read-only; -Force replaces it", null);
            }
        }

        private static void WriteDraft(string draft, byte[] content, bool secret)
        {
            using (var file = new FileStream(draft, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                if (secret && !RuntimeInformation.IsOSPlatform(OSPlatform.Windows) && ChangeMode(draft, OwnerReadsAndWrites) != 0)
                {
                    throw new IOException("its permissions cannot be set");
                }

                file.Write(content, 0, content.Length);
                file.Flush(true);
            }
        }

        private void Replace(string draft)
        {
            if (File.Exists(_path))
            {
                File.SetAttributes(_path, FileAttributes.Normal);
                File.Replace(draft, _path, null);
            }
            else
            {
                File.Move(draft, _path);
            }
        }

        private StoreFailure Failure(string id, ErrorCategory category, string reason, Exception cause)
        {
            var exception = new IOException($"The file \"{DisplayText.Of(_given)}\" cannot be written: {DisplayText.Of(reason)}.", cause);
            return new StoreFailure(new ErrorRecord(exception, id, category, _given));
        }

        [DllImport("libc", EntryPoint = "chmod", SetLastError = true)]
        private static extern int ChangeMode([MarshalAs(UnmanagedType.LPStr)] string path, uint mode);
    }
}
