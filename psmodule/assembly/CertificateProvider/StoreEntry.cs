using System;
using System.Text.Json;
using Microsoft.Rtc.Management.Emulation.Protocol;

namespace Microsoft.Rtc.Management.Emulation.CertificateProvider
{
    /// <summary>A certificate of the engine's store, as <c>certificateStore/list</c> gives it.</summary>
    internal sealed class StoreEntry
    {
        public string Store { get; private set; }

        public string Thumbprint { get; private set; }

        public byte[] Certificate { get; private set; }

        public string FriendlyName { get; set; }

        public bool HasPrivateKey { get; private set; }

        public bool IsExportable { get; private set; }

        /// <exception cref="CallFailure">A field is missing or of another type.</exception>
        public static StoreEntry From(JsonElement fields) => new StoreEntry
        {
            Store = JsonFields.Text(fields, "store"),
            Thumbprint = JsonFields.Text(fields, "thumbprint"),
            Certificate = JsonFields.Bytes(fields, "certificate"),
            FriendlyName = JsonFields.Text(fields, "friendlyName"),
            HasPrivateKey = JsonFields.Flag(fields, "hasPrivateKey"),
            IsExportable = JsonFields.Flag(fields, "exportable"),
        };
    }
}
