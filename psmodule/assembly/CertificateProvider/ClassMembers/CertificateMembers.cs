using System;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Reflection;
using System.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using Microsoft.Rtc.Management.Emulation.Binding;
using Microsoft.Rtc.Management.Emulation.Session;

namespace Microsoft.Rtc.Management.Emulation.CertificateProvider.ClassMembers
{
    /// <summary>What Lync.types.ps1xml lays over .NET's X509Certificate2.</summary>
    public static class CertificateMembers
    {
        /// <summary>What an X509Certificate2 of .NET is in truth; all its properties are read from there when they are asked for.</summary>
        private static readonly FieldInfo Content = typeof(X509Certificate)
            .GetFields(BindingFlags.Instance | BindingFlags.NonPublic)
            .FirstOrDefault(field => field.FieldType.Name.StartsWith("ICertificatePal", StringComparison.Ordinal));

        /// <summary>
        /// <c>Import(file or bytes[, password[, flags]])</c>, which the .NET of Windows PowerShell had and that of PowerShell
        /// refuses: there a certificate is made by its constructor and never changes.
        /// </summary>
        public static void Import(X509Certificate2 certificate, object[] arguments, SessionState state, PSHost host)
        {
            byte[] file = FileOf(arguments.ElementAtOrDefault(0), state, host);
            object password = PlainValue.Of(arguments.ElementAtOrDefault(1));
            var flags = LanguagePrimitives.ConvertTo<X509KeyStorageFlags>(arguments.ElementAtOrDefault(2) ?? X509KeyStorageFlags.DefaultKeySet);
            X509Certificate2 imported = password is SecureString secret
                ? new X509Certificate2(file, secret, flags)
                : new X509Certificate2(file, LanguagePrimitives.ConvertTo<string>(password), flags);
            if (Content is null)
            {
                certificate.Import(file);
                return;
            }

            certificate.Reset();
            Content.SetValue(certificate, Content.GetValue(imported));
        }

        /// <summary>The bytes of an export; of a certificate of the store with its private key, which .NET does not have.</summary>
        public static byte[] Export(X509Certificate2 certificate, object[] arguments, SessionState state, PSHost host)
        {
            var type = LanguagePrimitives.ConvertTo<X509ContentType>(arguments.ElementAtOrDefault(0));
            object given = PlainValue.Of(arguments.ElementAtOrDefault(1));
            string password = given is SecureString secret
                ? PlainValue.Text(secret)
                : LanguagePrimitives.ConvertTo<string>(given);
            string store = CertificateItem.StoreOfKey(certificate);
            if (type != X509ContentType.Pfx || store is null)
            {
                return certificate.Export(type, password);
            }

            try
            {
                return Client("Export", state, host).ExportPfx(store, certificate.Thumbprint, password ?? string.Empty, false);
            }
            catch (StoreFailure failure)
            {
                throw failure.AsCryptographicException();
            }
        }

        /// <summary>
        /// <c>Verify()</c> by the roots of the computer that is played, then by those of this host; on Windows the other
        /// computer's are asked for certificates of its stores only.
        /// </summary>
        public static bool Verify(X509Certificate2 certificate, SessionState state, PSHost host)
        {
            bool isPlayed = WindowsDrives.AreNeeded || CertificateItem.StoreOf(certificate) != null;
            try
            {
                return (isPlayed && Client("Verify", state, host).Verify(certificate.RawData)) || certificate.Verify();
            }
            catch (StoreFailure failure)
            {
                throw new CryptographicException(failure.Record.Exception.Message, failure.Record.Exception);
            }
        }

        private static byte[] FileOf(object given, SessionState state, PSHost host)
        {
            if (!(PlainValue.Of(given) is string path))
            {
                return LanguagePrimitives.ConvertTo<byte[]>(given);
            }

            try
            {
                ResolvedPath place = ResolvedPath.Resolve(state, "fileName", path, RunspaceSession.Current);
                return File.ReadAllBytes(Client("Import", state, host).LocateFile(place));
            }
            catch (StoreFailure failure)
            {
                throw failure.AsCryptographicException();
            }
        }

        private static StoreClient Client(string command, SessionState state, PSHost host) =>
            new StoreClient(new PropertyCaller(), new CallContext(command, state, host), CancellationToken.None);
    }
}
