using System.Collections.Generic;
using System.Management.Automation;
using Microsoft.Rtc.Management.Emulation.Session;

namespace Microsoft.Rtc.Management.Deployment
{
    /// <summary>The parameter block of Test-CsCertificateConfiguration (domain facts 7.5), which serves the product's wizard.</summary>
    [Cmdlet(VerbsDiagnostic.Test, "CsCertificateConfiguration")]
    [OutputType(typeof(CertificateExists))]
    public sealed class TestCertificateConfigurationCmdlet : EngineCmdlet
    {
        [Parameter]
        public string Report { get; set; }

        private protected override string Method => "testCertificateConfiguration";

        private protected override ICollection<string> PathParameters => new[] { nameof(Report) };
    }
}
