using System;

namespace Microsoft.Rtc.Management.Xds
{
    /// <summary>
    /// The scope or name that <c>-Identity</c> takes, bound from a string; what it may be is the engine's affair. Comparison
    /// ignores case.
    /// </summary>
    public sealed class XdsIdentity : IEquatable<XdsIdentity>
    {
        private readonly string _identity;

        /// <exception cref="ArgumentException">The text is null.</exception>
        public XdsIdentity(string identity)
        {
            _identity = (identity ?? throw new ArgumentNullException(nameof(identity))).Trim();
        }

        public static bool operator ==(XdsIdentity left, XdsIdentity right) => Equals(left, right);

        public static bool operator !=(XdsIdentity left, XdsIdentity right) => !Equals(left, right);

        public bool Equals(XdsIdentity other) =>
            !(other is null) && string.Equals(_identity, other._identity, StringComparison.OrdinalIgnoreCase);

        public override bool Equals(object obj) => Equals(obj as XdsIdentity);

        public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(_identity);

        public override string ToString() => _identity;
    }
}
