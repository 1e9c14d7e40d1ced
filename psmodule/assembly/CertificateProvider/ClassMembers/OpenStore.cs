using System;
using System.Linq;
using System.Management.Automation;
using System.Management.Automation.Host;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Threading;
using Microsoft.Rtc.Management.Emulation.Session;

namespace Microsoft.Rtc.Management.Emulation.CertificateProvider.ClassMembers
{
    /// <summary>A store of the engine while a script has it open: <c>My</c>, or <c>\\computer\My</c>.</summary>
    internal sealed class OpenStore
    {
        private static readonly char[] Separators = { '\\', '/' };

        private readonly StorePath _place;
        private readonly string _computer;
        private readonly SessionState _state;
        private readonly PSHost _host;
        private readonly StoreClient _client;

        public OpenStore(string name, OpenFlags flags, SessionState state, PSHost host)
        {
            string[] parts = (name ?? string.Empty).Split(Separators, StringSplitOptions.RemoveEmptyEntries);
            _place = StorePath.Parse(StorePath.LocalMachine + "\\" + parts.LastOrDefault());
            _computer = parts.Length > 1 ? parts[0] : null;
            IsReadOnly = (flags & (OpenFlags.ReadWrite | OpenFlags.MaxAllowed)) == 0;
            _state = state;
            _host = host;
            _client = new StoreClient(new PropertyCaller(), new CallContext("X509Store", state, host), CancellationToken.None);
        }

        public bool IsReadOnly { get; }

        /// <exception cref="CryptographicException">There is no such store, or it is of another computer.</exception>
        public void Check()
        {
            if (_place.Kind != StorePathKind.Store)
            {
                throw new CryptographicException($"The system cannot find the store. It is one of {string.Join(", ", StorePath.Stores)}.");
            }

            if (_computer != null)
            {
                Guarded(() => _client.RequireComputer(_computer));
            }
        }

        public X509Certificate2Collection Certificates()
        {
            var found = new X509Certificate2Collection();
            if (_place.IsKept)
            {
                Guarded(() =>
                {
                    foreach (StoreEntry entry in _client.List(_place.Store))
                    {
                        found.Add(CertificateItem.Make(entry, _state, _host));
                    }
                });
            }

            return found;
        }

        /// <summary>With its private key, where .NET has it; a certificate whose key the store has finds it again.</summary>
        public void Add(X509Certificate2 certificate)
        {
            if (!_place.IsKept || _place.Store == StorePath.Requests)
            {
                throw new CryptographicException("Only the stores My, CA and Root of LocalMachine take certificates.");
            }

            bool withKey = certificate.HasPrivateKey;
            string password = withKey ? Guid.NewGuid().ToString() : null;
            byte[] content = withKey ? certificate.Export(X509ContentType.Pfx, password) : certificate.RawData;
            Guarded(() => _client.AddContent(_place.Store, certificate.Thumbprint, content, password));
        }

        /// <summary>One that is not there is no error, as on Windows. Its key stays.</summary>
        public void Remove(X509Certificate2 certificate) => Guarded(() =>
        {
            if (_place.IsKept && _client.Find(_place.Store, certificate.Thumbprint) != null)
            {
                _client.Remove(_place.Store, certificate.Thumbprint, false);
            }
        });

        private static void Guarded(Action action)
        {
            try
            {
                action();
            }
            catch (StoreFailure failure)
            {
                throw failure.AsCryptographicException();
            }
        }
    }
}
