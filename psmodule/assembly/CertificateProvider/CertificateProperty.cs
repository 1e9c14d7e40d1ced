using System.Globalization;
using System.Management.Automation;
using System.Reflection;

namespace Microsoft.Rtc.Management.Emulation.CertificateProvider
{
    /// <summary>
    /// A property that is laid over one of .NET and takes its place wholly: <c>Get-Member -MemberType Property</c> lists
    /// it, since scripts walk a certificate's properties that way.
    /// </summary>
    internal sealed class CertificateProperty : PSCodeProperty
    {
        private readonly MethodInfo _getter;
        private readonly MethodInfo _setter;

        public CertificateProperty(string name, MethodInfo getter, MethodInfo setter = null)
            : base(name, getter, setter)
        {
            _getter = getter;
            _setter = setter;
        }

        public override PSMemberTypes MemberType => PSMemberTypes.Property;

        /// <summary>Takes whatever PowerShell makes a value of, as a property of .NET does: a line of a file, a date.</summary>
        public override object Value
        {
            get => base.Value;
            set => base.Value = _setter is null ? value : LanguagePrimitives.ConvertTo(value, _getter.ReturnType, CultureInfo.InvariantCulture);
        }

        public override PSMemberInfo Copy() => new CertificateProperty(Name, _getter, _setter);

        /// <summary>Without PowerShell's checks: it adds no member that calls itself a property, and they take time.</summary>
        public void AddTo(PSMemberInfoCollection<PSMemberInfo> members) => members.Add(this, true);
    }
}
