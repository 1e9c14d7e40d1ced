using System;

namespace Microsoft.Rtc.Management.Xds
{
    /// <summary>The scope that <c>-Identity</c> of the certificate and simple URL cmdlets takes, bound from a string.</summary>
    public sealed class XdsIdentity : XdsIdentityText
    {
        /// <exception cref="ArgumentNullException">The text is null.</exception>
        public XdsIdentity(string identity)
            : base(identity)
        {
        }
    }
}
