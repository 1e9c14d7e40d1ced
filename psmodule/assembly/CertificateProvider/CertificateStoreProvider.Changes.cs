using System;
using System.Management.Automation;

namespace Microsoft.Rtc.Management.Emulation.CertificateProvider
{
    /// <summary>What changes on a certificate drive. Refusals are in the words of the Windows provider, blanks included.</summary>
    public abstract partial class CertificateStoreProvider
    {
        protected override void RemoveItem(string path, bool recurse)
        {
            StorePath place = StorePath.Parse(path);
            if (place.Kind != StorePathKind.Certificate)
            {
                Refuse("CannotRemoveContainer", "You cannot remove a certificate container. ", path);
                return;
            }

            bool deleteKey = DynamicParameters is RemoveItemParameters given && given.DeleteKey;
            Try(() => Client().Remove(place.Store, place.Thumbprint, deleteKey));
        }

        protected override object RemoveItemDynamicParameters(string path, bool recurse) => new RemoveItemParameters();

        protected override void MoveItem(string path, string destination)
        {
            StorePath place = StorePath.Parse(path);
            StorePath target = StorePath.Parse(destination);
            if (place.Kind != StorePathKind.Certificate)
            {
                Refuse("CannotMoveContainer", "You cannot move a certificate container. ", path);
            }
            else if (target.Kind == StorePathKind.Store && target.Location != place.Location)
            {
                Refuse("CannotMoveCrossContext", "You cannot move a certificate from user store to or from machine. ", destination);
            }
            else if (target.Kind != StorePathKind.Store || !target.IsKept || target.Store == StorePath.Requests)
            {
                Refuse("InvalidDestStore", "The destination is not a valid store. ", destination);
            }
            else if (target.Store == place.Store)
            {
                Refuse("CannotMoveToSameStore", "You cannot move a certificate to the same store. ", destination);
            }
            else
            {
                Try(() => Client().Move(place.Store, place.Thumbprint, target.Store));
            }
        }

        private void Refuse(string id, string sentence, string path) =>
            WriteError(new ErrorRecord(new NotSupportedException(sentence), id, ErrorCategory.InvalidOperation, path));
    }
}
