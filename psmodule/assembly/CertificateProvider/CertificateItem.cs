using System;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Reflection;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using Microsoft.Rtc.Management.Emulation.CertificateProvider.Extensions;
using Microsoft.Rtc.Management.Emulation.Engine;
using Microsoft.Rtc.Management.Emulation.Protocol;
using Microsoft.Rtc.Management.Emulation.Session;

namespace Microsoft.Rtc.Management.Emulation.CertificateProvider
{
    /// <summary>
    /// A certificate of the store as a real <see cref="X509Certificate2"/>. What .NET knows only on Windows (friendly
    /// name, private key, wording of extensions) is laid over it as members of PowerShell, which stay with the object.
    /// </summary>
    public static class CertificateItem
    {
        private const BindingFlags PublicStatic = BindingFlags.Static | BindingFlags.Public;

        private static readonly ConditionalWeakTable<X509Certificate2, Origin> Origins = new ConditionalWeakTable<X509Certificate2, Origin>();

        private static readonly CertificateProperty[] Members =
        {
            new CertificateProperty("FriendlyName", Method(nameof(GetFriendlyName)), Method(nameof(SetFriendlyName))),
            new CertificateProperty("HasPrivateKey", Method(nameof(GetHasPrivateKey))),
            new CertificateProperty("PrivateKey", Method(nameof(GetPrivateKey))),
            new CertificateProperty("PublicKey", Method(nameof(GetPublicKey))),
            new CertificateProperty("Extensions", Method(nameof(GetExtensions))),
        };

        /// <exception cref="StoreFailure">.NET cannot read what the store holds.</exception>
        internal static X509Certificate2 Make(StoreEntry entry, SessionState state, PSHost host)
        {
            X509Certificate2 certificate = Read(entry);
            Origins.Add(certificate, new Origin(entry, state, host));
            PSMemberInfoCollection<PSMemberInfo> members = PSObject.AsPSObject(certificate).Members;
            foreach (CertificateProperty member in Members)
            {
                member.AddTo(members);
            }

            return certificate;
        }

        /// <summary>The store that a certificate came from; null for one of elsewhere.</summary>
        internal static string StoreOf(X509Certificate2 certificate) =>
            Origins.TryGetValue(certificate, out Origin origin) ? origin.Entry.Store : null;

        /// <summary>The same, where the store has its private key.</summary>
        internal static string StoreOfKey(X509Certificate2 certificate) =>
            Origins.TryGetValue(certificate, out Origin origin) && origin.Entry.HasPrivateKey ? origin.Entry.Store : null;

        public static string GetFriendlyName(PSObject certificate) => OriginOf(certificate).Entry.FriendlyName;

        /// <summary>Written through to the store, as on Windows.</summary>
        public static void SetFriendlyName(PSObject certificate, string name)
        {
            Origin origin = OriginOf(certificate);
            var context = new CallContext("FriendlyName", origin.State, origin.Host);
            var client = new StoreClient(new PropertyCaller(), context, CancellationToken.None);
            client.Rename(origin.Entry.Store, origin.Entry.Thumbprint, name ?? string.Empty);
            origin.Entry.FriendlyName = name ?? string.Empty;
        }

        public static bool GetHasPrivateKey(PSObject certificate) => OriginOf(certificate).Entry.HasPrivateKey;

        public static StoredPrivateKey GetPrivateKey(PSObject certificate)
        {
            StoreEntry entry = OriginOf(certificate).Entry;
            return entry.HasPrivateKey ? new StoredPrivateKey(Certificate(certificate), entry.IsExportable) : null;
        }

        /// <summary>Off Windows, .NET's RSA key hides its size from PowerShell: its class overrides only the setter.</summary>
        public static PublicKey GetPublicKey(PSObject certificate)
        {
            PublicKey key = Certificate(certificate).PublicKey;
            AsymmetricAlgorithm algorithm = KeySizes.AlgorithmOf(key);
            if (algorithm != null)
            {
                PSObject.AsPSObject(algorithm).Properties.Add(new PSNoteProperty("KeySize", algorithm.KeySize), true);
            }

            return key;
        }

        public static X509ExtensionCollection GetExtensions(PSObject certificate)
        {
            X509ExtensionCollection extensions = Certificate(certificate).Extensions;
            foreach (X509Extension extension in extensions)
            {
                WindowsExtension.Apply(extension);
            }

            return extensions;
        }

        private static X509Certificate2 Read(StoreEntry entry)
        {
            try
            {
                return new X509Certificate2(entry.Certificate);
            }
            catch (CryptographicException)
            {
                throw new StoreFailure(CallFailure.UnreadableCertificate(entry.Store, entry.Thumbprint));
            }
        }

        private static X509Certificate2 Certificate(PSObject wrapped) => (X509Certificate2)wrapped.BaseObject;

        private static Origin OriginOf(PSObject wrapped) =>
            Origins.TryGetValue(Certificate(wrapped), out Origin origin) ? origin : throw new InvalidOperationException("The certificate is of no store.");

        private static MethodInfo Method(string name) => typeof(CertificateItem).GetMethod(name, PublicStatic);

        /// <summary>Where a certificate came from, and the session that listed it.</summary>
        private sealed class Origin
        {
            public Origin(StoreEntry entry, SessionState state, PSHost host)
            {
                Entry = entry;
                State = state;
                Host = host;
            }

            public StoreEntry Entry { get; }

            public SessionState State { get; }

            public PSHost Host { get; }
        }
    }
}
