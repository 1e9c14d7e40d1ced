using System.Management.Automation;
using Microsoft.Rtc.Management.Emulation.Completion;
using Microsoft.Rtc.Management.Emulation.Topology;

namespace Microsoft.Rtc.Management.Xds
{
    /// <summary>The parameter block of Get-CsComputer.</summary>
    [Cmdlet(VerbsCommon.Get, "CsComputer", DefaultParameterSetName = ByIdentity)]
    [OutputType("Microsoft.Rtc.Management.Deploy.Internal.Machine")]
    public sealed class GetComputerCmdlet : TopologyCmdlet
    {
        private const string ByIdentity = "Identity";
        private const string ByFilter = "Filter";

        [Parameter(ParameterSetName = ByIdentity, Position = 2)]
        [ArgumentCompleter(typeof(DeploymentCompleter))]
        public string Identity { get; set; }

        [Parameter(ParameterSetName = ByFilter)]
        public string Filter { get; set; }

        [Parameter]
        [ArgumentCompleter(typeof(DeploymentCompleter))]
        public string Pool { get; set; }

        [Parameter]
        public SwitchParameter Local { get; set; }

        private protected override string Method => "getComputer";
    }
}
