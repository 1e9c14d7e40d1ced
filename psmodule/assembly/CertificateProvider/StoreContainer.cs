using System.Collections;
using System.Management.Automation;

namespace Microsoft.Rtc.Management.Emulation.CertificateProvider
{
    /// <summary>A location of certificate stores, with the properties and the view of Windows' own.</summary>
    public sealed class CertificateStoreLocation
    {
        private const string WindowsType = "Microsoft.PowerShell.Commands.X509StoreLocation";

        internal CertificateStoreLocation(string location)
        {
            Location = location;
            foreach (string store in StorePath.Stores)
            {
                StoreNames[store] = true;
            }
        }

        public string Location { get; }

        /// <summary>The names are the keys.</summary>
        public Hashtable StoreNames { get; } = new Hashtable();

        public override string ToString() => Location;

        internal PSObject AsItem() => StoreItems.WithTypeName(this, WindowsType);
    }

    /// <summary>
    /// A store on Windows, for the drive <c>CsCert:</c>. It has the view of an X509Store but is none: the one of .NET would
    /// open another store of this host. Elsewhere the item is .NET's, whose members lead to the engine.
    /// </summary>
    public sealed class CertificateStoreItem
    {
        private const string WindowsType = "System.Security.Cryptography.X509Certificates.X509Store";

        internal CertificateStoreItem(string location, string name)
        {
            Location = location;
            Name = name;
        }

        public string Location { get; }

        public string Name { get; }

        public override string ToString() => Name;

        internal PSObject AsItem() => StoreItems.WithTypeName(this, WindowsType);
    }

    internal static class StoreItems
    {
        /// <summary>Views and type data of the other type hold for this object too.</summary>
        public static PSObject WithTypeName(object item, string name)
        {
            var wrapped = new PSObject(item);
            wrapped.TypeNames.Insert(1, name);
            return wrapped;
        }
    }
}
