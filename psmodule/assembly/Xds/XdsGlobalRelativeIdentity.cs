using System;

namespace Microsoft.Rtc.Management.Xds
{
    /// <summary>The name of a thing of the topology that <c>-Identity</c> takes, bound from a string or from such a thing.</summary>
    public sealed class XdsGlobalRelativeIdentity : XdsIdentityText
    {
        /// <exception cref="ArgumentNullException">The text is null.</exception>
        public XdsGlobalRelativeIdentity(string identity)
            : base(identity)
        {
        }
    }
}
