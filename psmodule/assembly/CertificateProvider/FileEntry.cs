using System.Text.Json;
using Microsoft.Rtc.Management.Emulation.Protocol;

namespace Microsoft.Rtc.Management.Emulation.CertificateProvider
{
    /// <summary>A certificate of a file, as <c>certificateStore/lookIntoPfx</c> gives it.</summary>
    internal sealed class FileEntry
    {
        public byte[] Certificate { get; private set; }

        public string FriendlyName { get; private set; }

        public bool HasPrivateKey { get; private set; }

        /// <exception cref="CallFailure">A field is missing or of another type.</exception>
        public static FileEntry From(JsonElement fields) => new FileEntry
        {
            Certificate = JsonFields.Bytes(fields, "certificate"),
            FriendlyName = JsonFields.Text(fields, "friendlyName"),
            HasPrivateKey = JsonFields.Flag(fields, "hasPrivateKey"),
        };
    }
}
