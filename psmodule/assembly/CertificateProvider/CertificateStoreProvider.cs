using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.IO;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Provider;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using Microsoft.Rtc.Management.Emulation.Session;

namespace Microsoft.Rtc.Management.Emulation.CertificateProvider
{
    /// <summary>
    /// The certificate stores of the engine as a drive, laid out as on Windows: locations, stores, certificates by
    /// thumbprint. It only says what is where; everything it shows and changes is asked of the engine.
    /// </summary>
    public abstract partial class CertificateStoreProvider : NavigationCmdletProvider, IDisposable
    {
        private readonly CancellationTokenSource _stop = new CancellationTokenSource();

        /// <summary>The drive that comes with the provider.</summary>
        protected abstract string DriveName { get; }

        public void Dispose()
        {
            _stop.Dispose();
            GC.SuppressFinalize(this);
        }

        /// <summary>Ctrl+C: called on another thread, and must not wait.</summary>
        protected override void StopProcessing() => _stop.Cancel();

        /// <summary>A drive of that name that exists is never replaced.</summary>
        protected override Collection<PSDriveInfo> InitializeDefaultDrives()
        {
            var drives = new Collection<PSDriveInfo>();
            if (!SessionState.Drive.GetAll().Any(drive => string.Equals(drive.Name, DriveName, StringComparison.OrdinalIgnoreCase)))
            {
                // The engine takes only paths that begin with the separator of this host for rooted ones.
                string root = Path.DirectorySeparatorChar.ToString();
                drives.Add(new PSDriveInfo(DriveName, ProviderInfo, root, "Emulated X509 certificate stores", null));
            }

            return drives;
        }

        protected override bool IsValidPath(string path) => true;

        protected override bool ItemExists(string path)
        {
            StorePath place = StorePath.Parse(path);
            return place.IsContainer || (place.Kind == StorePathKind.Certificate && Ask(() => Find(place)) != null);
        }

        protected override bool IsItemContainer(string path) => StorePath.Parse(path).IsContainer;

        protected override bool HasChildItems(string path)
        {
            StorePath place = StorePath.Parse(path);
            return place.Kind == StorePathKind.Store ? Ask(() => Entries(place).Any()) : place.IsContainer;
        }

        protected override void GetItem(string path)
        {
            StorePath place = StorePath.Parse(path);
            if (place.IsContainer)
            {
                Write(place);
                return;
            }

            StoreEntry entry = place.Kind == StorePathKind.Certificate ? Ask(() => Find(place)) : null;
            if (entry != null)
            {
                Write(place, entry, new ChildItemParameters());
            }
        }

        protected override void GetChildItems(string path, bool recurse) => GetChildItems(path, recurse, uint.MaxValue);

        protected override void GetChildItems(string path, bool recurse, uint depth)
        {
            StorePath place = StorePath.Parse(path);
            if (place.Kind == StorePathKind.Certificate)
            {
                GetItem(path);
            }
            else
            {
                WriteChildren(place, recurse ? depth : 0);
            }
        }

        protected override object GetChildItemsDynamicParameters(string path, bool recurse) => new ChildItemParameters();

        protected override void GetChildNames(string path, ReturnContainers returnContainers)
        {
            StorePath place = StorePath.Parse(path);
            IEnumerable<string> names = place.Kind == StorePathKind.Store
                ? Entries(place).Select(entry => entry.Thumbprint)
                : NamesIn(place);
            Try(() =>
            {
                foreach (string name in names)
                {
                    StorePath child = place.Child(name);
                    WriteItemObject(name, child.ItemPath, child.IsContainer);
                }
            });
        }

        /// <summary>Paths of items have backslashes on every host; those of PowerShell itself have the host's separator.</summary>
        protected override string GetParentPath(string path, string root)
        {
            int separator = path.LastIndexOf('\\');
            return separator >= 0 && path.IndexOf('/') < 0 && Path.DirectorySeparatorChar != '\\'
                ? path.Substring(0, separator)
                : base.GetParentPath(path, root);
        }

        /// <summary>PowerShell's own would ask whether the item exists, for each one that is listed.</summary>
        protected override string GetChildName(string path)
        {
            string trimmed = path.TrimEnd('\\', '/');
            return trimmed.Substring(trimmed.LastIndexOfAny(new[] { '\\', '/' }) + 1);
        }

        private static IEnumerable<string> NamesIn(StorePath place)
        {
            switch (place.Kind)
            {
                case StorePathKind.Drive:
                    return StorePath.Locations;
                case StorePathKind.Location:
                    return StorePath.Stores;
                default:
                    return Array.Empty<string>();
            }
        }

        private void WriteChildren(StorePath place, uint depth)
        {
            var parameters = DynamicParameters as ChildItemParameters ?? new ChildItemParameters();
            if (place.Kind == StorePathKind.Store)
            {
                Try(() =>
                {
                    foreach (StoreEntry entry in Entries(place))
                    {
                        Write(place.Child(entry.Thumbprint), entry, parameters);
                    }
                });
                return;
            }

            foreach (StorePath child in NamesIn(place).Select(place.Child))
            {
                if (!parameters.IsFilter)
                {
                    Write(child);
                }

                if (depth > 0)
                {
                    WriteChildren(child, depth - 1);
                }
            }
        }

        private void Write(StorePath container)
        {
            switch (container.Kind)
            {
                case StorePathKind.Location:
                    WriteItemObject(new CertificateStoreLocation(container.Location).AsItem(), container.ItemPath, true);
                    break;
                case StorePathKind.Store:
                    WriteItemObject(ItemOf(container), container.ItemPath, true);
                    break;
                default:
                    foreach (string location in StorePath.Locations)
                    {
                        WriteItemObject(new CertificateStoreLocation(location).AsItem(), location, true);
                    }

                    break;
            }
        }

        /// <summary>Not open, as on Windows: scripts open it to add and remove certificates.</summary>
        private static object ItemOf(StorePath store) => WindowsDrives.AreNeeded
            ? new X509Store(store.Store, LanguagePrimitives.ConvertTo<StoreLocation>(store.Location))
            : (object)new CertificateStoreItem(store.Location, store.Store).AsItem();

        private void Write(StorePath place, StoreEntry entry, ChildItemParameters parameters)
        {
            // One that cannot be read is an error of its own: the others of the store still come.
            X509Certificate2 certificate = Ask(() => CertificateItem.Make(entry, SessionState, Host));
            if (certificate != null && parameters.Matches(certificate, entry.HasPrivateKey))
            {
                WriteItemObject(certificate, place.ItemPath, false);
            }
        }

        private StoreEntry Find(StorePath place) =>
            place.IsKept ? Client().Find(place.Store, place.Thumbprint) : null;

        private IEnumerable<StoreEntry> Entries(StorePath store) =>
            store.IsKept ? Client().List(store.Store) : Array.Empty<StoreEntry>();

        private StoreClient Client() =>
            new StoreClient(new ProviderCaller(this), new CallContext("Certificate", SessionState, Host), _stop.Token);

        /// <summary>A question, whose failure is an error of the item that it is about; the answer is then none.</summary>
        private T Ask<T>(Func<T> question)
        {
            try
            {
                return question();
            }
            catch (StoreFailure failure)
            {
                WriteError(failure.Record);
                return default;
            }
        }

        /// <summary>A change of one item, or the list of one store: where it fails, the next one has its turn.</summary>
        private void Try(Action action) => Ask<object>(() =>
        {
            action();
            return null;
        });
    }
}
