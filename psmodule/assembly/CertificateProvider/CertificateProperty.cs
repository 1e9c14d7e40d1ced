using System.Management.Automation;
using System.Reflection;

namespace Microsoft.Rtc.Management.Emulation.CertificateProvider
{
    /// <summary>
    /// A property that is laid over one of .NET and takes its place wholly: <c>Get-Member -MemberType Property</c> lists
    /// it, since scripts walk a certificate's properties that way. PowerShell adds no member that calls itself a
    /// property, so it does so only once it is there.
    /// </summary>
    internal sealed class CertificateProperty : PSCodeProperty
    {
        private readonly MethodInfo _getter;
        private readonly MethodInfo _setter;
        private bool _isInPlace;

        public CertificateProperty(string name, MethodInfo getter, MethodInfo setter = null)
            : base(name, getter, setter)
        {
            _getter = getter;
            _setter = setter;
        }

        public override PSMemberTypes MemberType => _isInPlace ? PSMemberTypes.Property : base.MemberType;

        public override PSMemberInfo Copy() => new CertificateProperty(Name, _getter, _setter) { _isInPlace = _isInPlace };

        /// <summary>PowerShell keeps a copy.</summary>
        public void AddTo(PSMemberInfoCollection<PSMemberInfo> members)
        {
            members.Add(this);
            if (members[Name] is CertificateProperty own)
            {
                own._isInPlace = true;
            }
        }
    }
}
