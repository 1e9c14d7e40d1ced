using System;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Rtc.Management.Emulation.Session;

namespace Microsoft.Rtc.Management.Emulation.CertificateProvider.ClassMembers
{
    /// <summary>
    /// What Lync.types.ps1xml lays over .NET's X509Store: off Windows .NET opens no store of LocalMachine but two
    /// of its own, and scripts mean those of the computer that is played. Every other store stays .NET's.
    /// </summary>
    public static class StoreMembers
    {
        private static readonly ConditionalWeakTable<X509Store, OpenStore> Opened = new ConditionalWeakTable<X509Store, OpenStore>();

        /// <exception cref="CryptographicException">The store is of a computer that cannot be reached.</exception>
        public static void Open(X509Store store, OpenFlags flags, SessionState state, PSHost host)
        {
            if (!IsEmulated(store))
            {
                store.Open(flags);
                return;
            }

            Close(store);
            var open = new OpenStore(store.Name, flags, state, host);
            open.Check();
            Opened.Add(store, open);
        }

        public static void Close(X509Store store)
        {
            if (!Opened.Remove(store))
            {
                store.Close();
            }
        }

        /// <summary>Empty while the store is not open, as on Windows.</summary>
        public static X509Certificate2Collection Certificates(X509Store store)
        {
            if (!IsEmulated(store))
            {
                return store.Certificates;
            }

            return Opened.TryGetValue(store, out OpenStore open) ? open.Certificates() : new X509Certificate2Collection();
        }

        public static void Add(X509Store store, X509Certificate2 certificate)
        {
            if (IsEmulated(store))
            {
                ToWrite(store).Add(certificate);
            }
            else
            {
                store.Add(certificate);
            }
        }

        public static void AddRange(X509Store store, X509Certificate2Collection certificates)
        {
            foreach (X509Certificate2 certificate in certificates)
            {
                Add(store, certificate);
            }
        }

        public static void Remove(X509Store store, X509Certificate2 certificate)
        {
            if (IsEmulated(store))
            {
                ToWrite(store).Remove(certificate);
            }
            else
            {
                store.Remove(certificate);
            }
        }

        public static void RemoveRange(X509Store store, X509Certificate2Collection certificates)
        {
            foreach (X509Certificate2 certificate in certificates)
            {
                Remove(store, certificate);
            }
        }

        private static bool IsEmulated(X509Store store) =>
            WindowsDrives.AreNeeded && store.Location == StoreLocation.LocalMachine;

        private static OpenStore ToWrite(X509Store store)
        {
            if (!Opened.TryGetValue(store, out OpenStore open))
            {
                throw new CryptographicException("The X509 certificate store has not been opened.");
            }

            return open.IsReadOnly ? throw new CryptographicException("Access is denied: the store was opened to read only.") : open;
        }
    }
}
