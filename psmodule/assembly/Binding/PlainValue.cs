using System.Management.Automation;
using System.Net;
using System.Security;

namespace Microsoft.Rtc.Management.Emulation.Binding
{
    /// <summary>Values as they are without what PowerShell puts around them.</summary>
    internal static class PlainValue
    {
        public static object Of(object value) => value is PSObject wrapped ? wrapped.BaseObject : value;

        /// <returns>Null for none.</returns>
        public static string Text(SecureString secret) =>
            secret is null ? null : new NetworkCredential(string.Empty, secret).Password;
    }
}
