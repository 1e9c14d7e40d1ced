using System;
using System.Linq;

namespace Microsoft.Rtc.Management.Emulation.CertificateProvider
{
    internal enum StorePathKind
    {
        /// <summary>No place of the drive, such as a store that does not exist.</summary>
        Unknown,
        Drive,
        Location,
        Store,
        Certificate,
    }

    /// <summary>
    /// A path of a certificate drive, in any case and with either slash: <c>\LocalMachine\My\THUMBPRINT</c>. Whether the
    /// certificate is there is the engine's to say.
    /// </summary>
    internal sealed class StorePath
    {
        public const string CurrentUser = "CurrentUser";
        public const string LocalMachine = "LocalMachine";

        /// <summary>Its certificates stand for requests that wait.</summary>
        public const string Requests = "REQUEST";

        /// <summary>
        /// What every Windows has, in both locations. Certificates are only in those of the computer that the product uses.
        /// </summary>
        public static readonly string[] Stores =
        {
            "AuthRoot", "CA", "Disallowed", "My", Requests, "Root", "Trust", "TrustedPeople", "TrustedPublisher",
        };

        public static readonly string[] Locations = { CurrentUser, LocalMachine };

        private static readonly string[] KeptStores = { "CA", "My", Requests, "Root" };
        private static readonly char[] Separators = { '\\', '/' };

        private StorePath(StorePathKind kind, params string[] names)
        {
            Kind = kind;
            Names = names;
        }

        public StorePathKind Kind { get; }

        /// <summary>In canonical spelling, a thumbprint in upper case.</summary>
        public string[] Names { get; }

        public string Location => Names[0];

        public string Store => Names[1];

        public string Thumbprint => Names[2];

        public bool IsContainer => Kind == StorePathKind.Drive || Kind == StorePathKind.Location || Kind == StorePathKind.Store;

        /// <summary>A store, or what is in one, that can have certificates; the others are empty for good.</summary>
        public bool IsKept => Names.Length > 1 && Location == LocalMachine && Array.IndexOf(KeptStores, Store) >= 0;

        /// <summary>As the Windows provider names its items: without the drive, separated by backslashes.</summary>
        public string ItemPath => string.Join("\\", Names);

        public static StorePath Parse(string path)
        {
            string[] names = (path ?? string.Empty).Split(Separators, StringSplitOptions.RemoveEmptyEntries);
            if (names.Length == 0)
            {
                return new StorePath(StorePathKind.Drive);
            }

            string location = Find(Locations, names[0]);
            string store = names.Length > 1 ? Find(Stores, names[1]) : null;
            if (location is null || names.Length > 3 || (names.Length > 1 && store is null))
            {
                return new StorePath(StorePathKind.Unknown, names);
            }

            switch (names.Length)
            {
                case 1:
                    return new StorePath(StorePathKind.Location, location);
                case 2:
                    return new StorePath(StorePathKind.Store, location, store);
                default:
                    return IsThumbprint(names[2])
                        ? new StorePath(StorePathKind.Certificate, location, store, names[2].ToUpperInvariant())
                        : new StorePath(StorePathKind.Unknown, names);
            }
        }

        public StorePath Child(string name) => Parse(ItemPath + "\\" + name);

        private static bool IsThumbprint(string name) => name.Length == 40 && name.All(Uri.IsHexDigit);

        private static string Find(string[] known, string name) =>
            Array.Find(known, one => string.Equals(one, name, StringComparison.OrdinalIgnoreCase));
    }
}
