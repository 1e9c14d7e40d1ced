using System;

namespace Microsoft.Rtc.Management.Deployment
{
    /// <summary>
    /// A certificate and what it is used for: exactly the twelve properties that the product prints, in its order
    /// (domain facts 2.1, transcripts). Times are local. Settable, so that scripts under test can make their own.
    /// </summary>
    public sealed class CertificateReference
    {
        private string[] _alternativeNames = Array.Empty<string>();

        public string Issuer { get; set; }

        public DateTime NotAfter { get; set; }

        public DateTime NotBefore { get; set; }

        /// <summary>Upper-case hexadecimal without separators.</summary>
        public string SerialNumber { get; set; }

        public string Subject { get; set; }

        /// <summary>Never null: a certificate without the extension has an empty collection.</summary>
        public string[] AlternativeNames
        {
            get => _alternativeNames;
            set => _alternativeNames = value ?? Array.Empty<string>();
        }

        public string Thumbprint { get; set; }

        public DateTime? EffectiveDate { get; set; }

        public string PreviousThumbprint { get; set; }

        public DateTime? UpdateTime { get; set; }

        /// <summary>Names of <see cref="CertType"/> joined by a comma without a blank, in the order of the request.</summary>
        public string Use { get; set; }

        public string SourceScope { get; set; }

        public override string ToString() =>
            string.IsNullOrEmpty(Thumbprint) ? nameof(CertificateReference) : $"{Subject} ({Thumbprint})";
    }
}
