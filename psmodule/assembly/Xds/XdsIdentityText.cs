using System;

namespace Microsoft.Rtc.Management.Xds
{
    /// <summary>What an <c>-Identity</c> holds: a text whose meaning is the engine's affair. Comparison ignores case.</summary>
    public abstract class XdsIdentityText : IEquatable<XdsIdentityText>
    {
        private readonly string _identity;

        private protected XdsIdentityText(string identity)
        {
            _identity = (identity ?? throw new ArgumentNullException(nameof(identity))).Trim();
        }

        public static bool operator ==(XdsIdentityText left, XdsIdentityText right) => Equals(left, right);

        public static bool operator !=(XdsIdentityText left, XdsIdentityText right) => !Equals(left, right);

        public bool Equals(XdsIdentityText other) =>
            !(other is null) && GetType() == other.GetType() && string.Equals(_identity, other._identity, StringComparison.OrdinalIgnoreCase);

        public override bool Equals(object obj) => Equals(obj as XdsIdentityText);

        public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(_identity);

        public override string ToString() => _identity;
    }
}
