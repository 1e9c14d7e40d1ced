using System;
using System.Collections.Generic;
using System.Management.Automation;
using Microsoft.Rtc.Management.Emulation.Binding;
using Microsoft.Rtc.Management.Emulation.Completion;
using Microsoft.Rtc.Management.Emulation.Session;
using Microsoft.Rtc.Management.Xds;

namespace Microsoft.Rtc.Management.Deployment
{
    /// <summary>
    /// The parameter block of Set-CsCertificate (domain facts 7.3): names, types, sets and positions of the product's help
    /// page. Every rule lives in the engine.
    /// </summary>
    [Cmdlet(VerbsCommon.Set, "CsCertificate", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
    public sealed class SetCertificateCmdlet : EngineCmdlet
    {
        private const string ByReference = "CertificateReference";
        private const string ByThumbprint = "Thumbprint";
        private const string ByPath = "Path";

        [Parameter(ParameterSetName = ByReference)]
        [Parameter(ParameterSetName = ByThumbprint)]
        public string NetportId { get; set; }

        [Parameter(ParameterSetName = ByReference, Mandatory = true, ValueFromPipeline = true)]
        [AnyCertificateReference]
        public CertificateReference Reference { get; set; }

        [Parameter(ParameterSetName = ByThumbprint, Mandatory = true)]
        [ArgumentCompleter(typeof(DeploymentCompleter))]
        public string Thumbprint { get; set; }

        [Parameter(ParameterSetName = ByPath, Mandatory = true)]
        public string Path { get; set; }

        [Parameter(ParameterSetName = ByPath)]
        public string Password { get; set; }

        [Parameter(ParameterSetName = ByReference)]
        [Parameter(ParameterSetName = ByThumbprint)]
        [Parameter(ParameterSetName = ByPath, Mandatory = true)]
        [CommaList]
        public CertType[] Type { get; set; }

        [Parameter]
        public SwitchParameter Force { get; set; }

        [Parameter]
        public string Report { get; set; }

        [Parameter(ParameterSetName = ByReference)]
        [Parameter(ParameterSetName = ByThumbprint)]
        [Parameter(ParameterSetName = ByPath, Mandatory = true)]
        [EmptyIsAbsent(typeof(XdsIdentity))]
        public XdsIdentity Identity { get; set; }

        [Parameter]
        [Alias("EffectiveTime")]
        [EmptyIsAbsent(typeof(DateTime))]
        public DateTime EffectiveDate { get; set; }

        [Parameter]
        public SwitchParameter Roll { get; set; }

        private protected override string Method => "setCertificate";

        private protected override ICollection<string> PathParameters => new[] { nameof(Path), nameof(Report) };
    }
}
