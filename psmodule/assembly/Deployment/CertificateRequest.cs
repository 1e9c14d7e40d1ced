using System;

namespace Microsoft.Rtc.Management.Deployment
{
    /// <summary>
    /// A request that has no certificate yet: what an offline or pending <c>-New</c> and <c>-List</c> put out
    /// (domain facts 10, object types). Times are local. It does not bind where a certificate is wanted.
    /// </summary>
    public sealed class CertificateRequest
    {
        private string[] _alternativeNames = Array.Empty<string>();

        /// <summary>The CA's number; negative where there is none.</summary>
        public int RequestId { get; set; }

        /// <summary>Pending, Issued, Denied, Revoked, Offline, Failed or Unknown.</summary>
        public string RequestStatus { get; set; }

        public string CertificateUses { get; set; }

        public string CA { get; set; }

        /// <summary>The CA's own number, where it differs from <see cref="RequestId"/>.</summary>
        public string CaRequestId { get; set; }

        public string Subject { get; set; }

        public string[] AlternativeNames
        {
            get => _alternativeNames;
            set => _alternativeNames = value ?? Array.Empty<string>();
        }

        public string FriendlyName { get; set; }

        /// <summary>The offline request's file; empty for a request to a CA.</summary>
        public string Output { get; set; }

        public DateTime SubmittedWhen { get; set; }

        public DateTime UpdatedWhen { get; set; }

        public string Requester { get; set; }

        public string Disposition { get; set; }

        /// <summary>One sentence: what to do next.</summary>
        public string NextStep { get; set; }

        public override string ToString() => $"{RequestStatus} request {RequestId} ({CertificateUses})";
    }
}
