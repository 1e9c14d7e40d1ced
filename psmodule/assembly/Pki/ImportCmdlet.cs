using System.Collections.Generic;
using System.Management.Automation;
using Microsoft.Rtc.Management.Emulation.CertificateProvider;

namespace Microsoft.CertificateServices.Commands
{
    /// <summary>Brings the certificates of a file into a store, and puts them out as the drive shows them.</summary>
    public abstract class ImportCmdlet : PkiCmdlet
    {
        [Parameter(Mandatory = true, Position = 0, ValueFromPipeline = true, ValueFromPipelineByPropertyName = true)]
        [Alias("FullName")]
        [ValidateNotNullOrEmpty]
        public string FilePath { get; set; }

        /// <summary>Without it the current location, which then is a store.</summary>
        [Parameter(Position = 1, ValueFromPipelineByPropertyName = true)]
        [ValidateNotNullOrEmpty]
        public string CertStoreLocation { get; set; } = ".";

        private protected abstract IReadOnlyList<string> Add(StoreClient client, string store);

        private protected override void Run(StoreClient store)
        {
            StorePath place = Place(CertStoreLocation);
            if (place.Kind != StorePathKind.Store || place.Store == StorePath.Requests)
            {
                throw Refused("StoreNotFound", ErrorCategory.ObjectNotFound, $"Cannot find the X509 certificate store at path {CertStoreLocation}.", CertStoreLocation);
            }

            if (!place.IsKept)
            {
                throw Refused("StoreNotKept", ErrorCategory.InvalidOperation, "Only the stores My, CA and Root of LocalMachine take certificates. Specify -CertStoreLocation Cert:\\LocalMachine\\My or one of the others.", CertStoreLocation);
            }

            string container = SessionState.Path.GetResolvedPSPathFromPSPath(CertStoreLocation)[0].Path;
            foreach (string thumbprint in Add(store, place.Store))
            {
                WriteObject(InvokeProvider.Item.Get(new[] { container + "/" + thumbprint }, true, true), true);
            }
        }
    }
}
