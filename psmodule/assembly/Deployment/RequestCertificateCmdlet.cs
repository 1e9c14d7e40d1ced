using System.Collections.Generic;
using System.Management.Automation;
using Microsoft.Rtc.Management.Deploy;
using Microsoft.Rtc.Management.Deployment.X509Certificates;
using Microsoft.Rtc.Management.Emulation.Binding;
using Microsoft.Rtc.Management.Emulation.Completion;
using Microsoft.Rtc.Management.Emulation.Session;

namespace Microsoft.Rtc.Management.Deployment
{
    /// <summary>
    /// The parameter block of Request-CsCertificate (domain facts 4.1): names, types, sets and positions of the product's
    /// help page. Every rule lives in the engine.
    /// </summary>
    [Cmdlet(VerbsLifecycle.Request, "CsCertificate", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
    [OutputType(typeof(CertificateReference), typeof(CertificateRequest))]
    public sealed class RequestCertificateCmdlet : EngineCmdlet
    {
        private const string ByNew = "ByNew";
        private const string ByList = "ByList";
        private const string ByRetrieve = "ByRetrieve";
        private const string ByClear = "ByClear";

        [Parameter(ParameterSetName = ByNew, Mandatory = true, Position = 1)]
        public SwitchParameter New { get; set; }

        [Parameter(ParameterSetName = ByList, Mandatory = true, Position = 1)]
        public SwitchParameter List { get; set; }

        [Parameter(ParameterSetName = ByRetrieve, Mandatory = true, Position = 1)]
        public SwitchParameter Retrieve { get; set; }

        [Parameter(ParameterSetName = ByClear, Mandatory = true, Position = 1)]
        public SwitchParameter Clear { get; set; }

        [Parameter(ParameterSetName = ByNew, Mandatory = true)]
        [CommaList]
        public CertType[] Type { get; set; }

        [Parameter(ParameterSetName = ByNew)]
        public SwitchParameter AllSipDomain { get; set; }

        [Parameter(ParameterSetName = ByNew)]
        [ArgumentCompleter(typeof(DeploymentCompleter))]
        public string CA { get; set; }

        [Parameter(ParameterSetName = ByNew)]
        public string CaAccount { get; set; }

        [Parameter(ParameterSetName = ByNew)]
        public string CaPassword { get; set; }

        [Parameter(ParameterSetName = ByNew)]
        public string City { get; set; }

        [Parameter(ParameterSetName = ByNew)]
        [EmptyIsAbsent(typeof(bool))]
        public bool ClientEKU { get; set; }

        [Parameter(ParameterSetName = ByNew)]
        [EmptyIsAbsent(typeof(Fqdn))]
        [ArgumentCompleter(typeof(DeploymentCompleter))]
        public Fqdn ComputerFqdn { get; set; }

        [Parameter(ParameterSetName = ByNew)]
        public string Country { get; set; }

        [Parameter(ParameterSetName = ByNew)]
        public string DomainName { get; set; }

        [Parameter(ParameterSetName = ByNew)]
        public string FriendlyName { get; set; }

        [Parameter(ParameterSetName = ByNew)]
        [EmptyIsAbsent(typeof(Fqdn))]
        public Fqdn GlobalCatalog { get; set; }

        [Parameter(ParameterSetName = ByNew)]
        [EmptyIsAbsent(typeof(Fqdn))]
        public Fqdn GlobalSettingsDomainController { get; set; }

        [Parameter(ParameterSetName = ByNew)]
        [EmptyIsAbsent(typeof(KeyAlgorithmIdentifier))]
        public KeyAlgorithmIdentifier KeyAlg { get; set; }

        [Parameter(ParameterSetName = ByNew)]
        [EmptyIsAbsent(typeof(int))]
        public int KeySize { get; set; }

        [Parameter(ParameterSetName = ByNew)]
        public string Organization { get; set; }

        [Parameter(ParameterSetName = ByNew)]
        public string OU { get; set; }

        [Parameter(ParameterSetName = ByNew)]
        public string Output { get; set; }

        [Parameter(ParameterSetName = ByNew)]
        [EmptyIsAbsent(typeof(bool))]
        public bool PrivateKeyExportable { get; set; }

        [Parameter(ParameterSetName = ByNew)]
        public string State { get; set; }

        [Parameter(ParameterSetName = ByNew)]
        [ArgumentCompleter(typeof(DeploymentCompleter))]
        public string Template { get; set; }

        [Parameter(ParameterSetName = ByList)]
        [Parameter(ParameterSetName = ByRetrieve)]
        [Parameter(ParameterSetName = ByClear)]
        [EmptyIsAbsent(typeof(int))]
        public int RequestId { get; set; }

        [Parameter]
        public SwitchParameter Force { get; set; }

        [Parameter]
        public string Report { get; set; }

        private protected override string Method => "requestCertificate";

        private protected override ICollection<string> PathParameters => new[] { nameof(Output), nameof(Report) };

        private protected override bool IsSelected => New || List || Retrieve || Clear;
    }
}
