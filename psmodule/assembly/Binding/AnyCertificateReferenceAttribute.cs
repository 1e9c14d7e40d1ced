using System;
using System.Management.Automation;
using Microsoft.Rtc.Management.Deployment;

namespace Microsoft.Rtc.Management.Emulation.Binding
{
    /// <summary>
    /// Lets a certificate reference bind in each form that it comes in: as Lync Server 2010 has it, and deserialised from
    /// another session or a file, where only its texts are left. Anything else is left to the binder.
    /// </summary>
    [AttributeUsage(AttributeTargets.Property)]
    public sealed class AnyCertificateReferenceAttribute : ArgumentTransformationAttribute
    {
        private static readonly string Deserialised = "Deserialized." + typeof(CertificateReference).FullName;

        public override object Transform(EngineIntrinsics engineIntrinsics, object inputData)
        {
            switch (PlainValue.Of(inputData))
            {
                case ShortCertificateReference known:
                    return known.ToCertificateReference();
                default:
                    return inputData is PSObject other && other.TypeNames.Contains(Deserialised) ? FromTexts(other) : inputData;
            }
        }

        private static CertificateReference FromTexts(PSObject other) => new CertificateReference
        {
            Thumbprint = TextOf(other, nameof(CertificateReference.Thumbprint)),
            Use = TextOf(other, nameof(CertificateReference.Use)),
            Subject = TextOf(other, nameof(CertificateReference.Subject)),
        };

        private static string TextOf(PSObject other, string property) => other.Properties[property]?.Value?.ToString();
    }
}
