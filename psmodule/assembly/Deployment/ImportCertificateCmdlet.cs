using System;
using System.Collections.Generic;
using System.Management.Automation;
using Microsoft.Rtc.Management.Emulation.Binding;
using Microsoft.Rtc.Management.Emulation.Session;
using Microsoft.Rtc.Management.Xds;

namespace Microsoft.Rtc.Management.Deployment
{
    /// <summary>
    /// The parameter block of Import-CsCertificate (domain facts 7.2). The password is a String: of a SecureString the
    /// binder takes the name of its type, as the product does. Every rule lives in the engine.
    /// </summary>
    [Cmdlet(VerbsData.Import, "CsCertificate", DefaultParameterSetName = Local, SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
    public sealed class ImportCertificateCmdlet : EngineCmdlet
    {
        private const string Local = "Local";
        private const string Cms = "CMS";

        [Parameter(ParameterSetName = Cms, Mandatory = true, Position = 2)]
        public XdsIdentity Identity { get; set; }

        [Parameter(Mandatory = true)]
        public string Path { get; set; }

        [Parameter]
        public string Password { get; set; }

        [Parameter(ParameterSetName = Local)]
        [EmptyIsAbsent(typeof(bool))]
        public bool PrivateKeyExportable { get; set; }

        [Parameter(ParameterSetName = Cms, Mandatory = true)]
        [CommaList]
        public CertType[] Type { get; set; }

        [Parameter]
        [Alias("EffectiveTime")]
        [EmptyIsAbsent(typeof(DateTime))]
        public DateTime EffectiveDate { get; set; }

        [Parameter]
        public SwitchParameter Roll { get; set; }

        [Parameter]
        public SwitchParameter Force { get; set; }

        [Parameter]
        public string Report { get; set; }

        private protected override string Method => "importCertificate";

        private protected override ICollection<string> PathParameters => new[] { nameof(Path), nameof(Report) };
    }
}
