using System.Management.Automation;
using Microsoft.Rtc.Management.Emulation.Completion;
using Microsoft.Rtc.Management.Emulation.Topology;

namespace Microsoft.Rtc.Management.Xds
{
    /// <summary>The parameter block of Get-CsPool.</summary>
    [Cmdlet(VerbsCommon.Get, "CsPool", DefaultParameterSetName = ByIdentity)]
    [OutputType("Microsoft.Rtc.Management.Deploy.Internal.Cluster")]
    public sealed class GetPoolCmdlet : IdentityCmdlet
    {
        [Parameter]
        [ArgumentCompleter(typeof(DeploymentCompleter))]
        public string Site { get; set; }

        private protected override string Method => "getPool";
    }
}
