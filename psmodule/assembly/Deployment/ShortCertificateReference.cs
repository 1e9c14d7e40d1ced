using System;
using System.Management.Automation;

namespace Microsoft.Rtc.Management.Deployment
{
    /// <summary>
    /// A certificate reference with the properties of Lync Server 2010 (domain facts 2.1). Scripts see it under the name of
    /// <see cref="CertificateReference"/>, and it binds where one is wanted.
    /// </summary>
    public sealed class ShortCertificateReference
    {
        private string[] _alternativeNames = Array.Empty<string>();

        public string Issuer { get; set; }

        public DateTime NotAfter { get; set; }

        public DateTime NotBefore { get; set; }

        /// <summary>Upper-case hexadecimal without separators.</summary>
        public string SerialNumber { get; set; }

        public string Subject { get; set; }

        public string[] AlternativeNames
        {
            get => _alternativeNames;
            set => _alternativeNames = value ?? Array.Empty<string>();
        }

        public string Thumbprint { get; set; }

        /// <summary>Names of <see cref="CertType"/> joined by a comma without a blank, in the order of the request.</summary>
        public string Use { get; set; }

        /// <summary>Lync Server 2010 has none; without it the alias that all references share would point nowhere.</summary>
        [Hidden]
        public DateTime? EffectiveDate => null;

        public static implicit operator CertificateReference(ShortCertificateReference reference) => reference?.ToCertificateReference();

        public CertificateReference ToCertificateReference() => new CertificateReference
        {
            Issuer = Issuer,
            NotAfter = NotAfter,
            NotBefore = NotBefore,
            SerialNumber = SerialNumber,
            Subject = Subject,
            AlternativeNames = AlternativeNames,
            Thumbprint = Thumbprint,
            Use = Use,
        };

        public override string ToString() => ToCertificateReference().ToString();
    }
}
