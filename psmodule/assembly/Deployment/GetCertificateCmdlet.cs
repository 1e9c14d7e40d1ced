using System.Collections.Generic;
using System.Management.Automation;
using Microsoft.Rtc.Management.Emulation.Binding;
using Microsoft.Rtc.Management.Emulation.Session;
using Microsoft.Rtc.Management.Xds;

namespace Microsoft.Rtc.Management.Deployment
{
    /// <summary>The parameter block of Get-CsCertificate (domain facts 7.1): it changes nothing, so it asks nothing.</summary>
    [Cmdlet(VerbsCommon.Get, "CsCertificate")]
    [OutputType(typeof(CertificateReference))]
    public sealed class GetCertificateCmdlet : EngineCmdlet
    {
        [Parameter]
        [CommaList]
        public CertType[] Type { get; set; }

        [Parameter]
        public string NetportId { get; set; }

        [Parameter]
        public string Report { get; set; }

        [Parameter(Position = 2)]
        [EmptyIsAbsent(typeof(XdsIdentity))]
        public XdsIdentity Identity { get; set; }

        private protected override string Method => "getCertificate";

        private protected override ICollection<string> PathParameters => new[] { nameof(Report) };
    }
}
