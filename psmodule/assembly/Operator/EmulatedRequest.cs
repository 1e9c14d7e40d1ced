using System;

namespace Microsoft.Rtc.Management.Emulation.Operator
{
    /// <summary>
    /// A request as the operator of an embedded CA sees it: a row of the CA's book, not of the computer that asked.
    /// Times are local. Settable, so that scripts under test can make their own.
    /// </summary>
    public sealed class EmulatedRequest
    {
        private string[] _alternativeNames = Array.Empty<string>();

        /// <summary>The CA's own number, from 1.</summary>
        public int RequestId { get; set; }

        /// <summary>Configuration string, as the deployment writes it.</summary>
        public string CA { get; set; }

        public EmulatedRequestDisposition Disposition { get; set; }

        public string DispositionMessage { get; set; }

        /// <summary>0 unless denied. Signed, so that it equals PowerShell's 0x80094014.</summary>
        public int HResult { get; set; }

        public string Requester { get; set; }

        public string Template { get; set; }

        public string Subject { get; set; }

        public string[] AlternativeNames
        {
            get => _alternativeNames;
            set => _alternativeNames = value ?? Array.Empty<string>();
        }

        public DateTime SubmittedWhen { get; set; }

        /// <summary>When it was issued, denied or revoked; null while pending.</summary>
        public DateTime? ResolvedWhen { get; set; }

        /// <summary>Upper-case hexadecimal; empty where nothing was issued.</summary>
        public string SerialNumber { get; set; }

        public string Thumbprint { get; set; }

        public override string ToString() => $"{Disposition} request {RequestId} ({Subject})";
    }
}
