namespace Microsoft.Rtc.Management.Deployment
{
    /// <summary>A use that has a certificate (domain facts 7.5).</summary>
    public sealed class CertificateExists
    {
        public string Thumbprint { get; set; }

        /// <summary>Name of one <see cref="CertType"/>.</summary>
        public string Use { get; set; }

        public override string ToString() => $"{Use} ({Thumbprint})";
    }
}
