using System.Collections.Generic;
using System.Management.Automation;
using Microsoft.Rtc.Management.Emulation.Binding;
using Microsoft.Rtc.Management.Emulation.Session;
using Microsoft.Rtc.Management.Xds;

namespace Microsoft.Rtc.Management.Deployment
{
    /// <summary>The parameter block of Remove-CsCertificate (domain facts 7.4).</summary>
    [Cmdlet(VerbsCommon.Remove, "CsCertificate", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
    public sealed class RemoveCertificateCmdlet : EngineCmdlet
    {
        /// <summary>Absent: all. A variable that is null by mistake must not stand for all.</summary>
        [Parameter]
        [ValidateNotNull]
        [CommaList]
        public CertType[] Type { get; set; }

        [Parameter]
        public string NetportId { get; set; }

        [Parameter]
        public SwitchParameter Force { get; set; }

        [Parameter]
        public string Report { get; set; }

        [Parameter(Position = 2)]
        [EmptyIsAbsent(typeof(XdsIdentity))]
        public XdsIdentity Identity { get; set; }

        [Parameter]
        public SwitchParameter Previous { get; set; }

        private protected override string Method => "removeCertificate";

        private protected override ICollection<string> PathParameters => new[] { nameof(Report) };
    }
}
