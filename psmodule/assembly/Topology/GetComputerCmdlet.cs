using System.Management.Automation;
using Microsoft.Rtc.Management.Emulation.Completion;
using Microsoft.Rtc.Management.Emulation.Topology;

namespace Microsoft.Rtc.Management.Xds
{
    /// <summary>The parameter block of Get-CsComputer.</summary>
    [Cmdlet(VerbsCommon.Get, "CsComputer", DefaultParameterSetName = ByIdentity)]
    [OutputType("Microsoft.Rtc.Management.Deploy.Internal.Machine")]
    public sealed class GetComputerCmdlet : IdentityCmdlet
    {
        [Parameter]
        [ArgumentCompleter(typeof(DeploymentCompleter))]
        public string Pool { get; set; }

        [Parameter]
        public SwitchParameter Local { get; set; }

        private protected override string Method => "getComputer";
    }
}
