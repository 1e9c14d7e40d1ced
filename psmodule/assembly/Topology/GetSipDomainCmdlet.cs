using System.Management.Automation;
using Microsoft.Rtc.Management.Emulation.Completion;
using Microsoft.Rtc.Management.Emulation.Topology;

namespace Microsoft.Rtc.Management.Xds
{
    /// <summary>The parameter block of Get-CsSipDomain.</summary>
    [Cmdlet(VerbsCommon.Get, "CsSipDomain", DefaultParameterSetName = ByIdentity)]
    [OutputType("Microsoft.Rtc.Management.Xds.SipDomain")]
    public sealed class GetSipDomainCmdlet : TopologyCmdlet
    {
        private const string ByIdentity = "Identity";
        private const string ByFilter = "Filter";

        [Parameter(ParameterSetName = ByIdentity, Position = 2)]
        [ArgumentCompleter(typeof(DeploymentCompleter))]
        public string Identity { get; set; }

        [Parameter(ParameterSetName = ByFilter)]
        public string Filter { get; set; }

        private protected override string Method => "getSipDomain";
    }
}
