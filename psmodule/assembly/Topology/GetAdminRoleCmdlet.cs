using System.Management.Automation;
using Microsoft.Rtc.Management.Emulation.Completion;
using Microsoft.Rtc.Management.Emulation.Topology;

namespace Microsoft.Rtc.Management.Xds
{
    /// <summary>The parameter block of Get-CsAdminRole.</summary>
    [Cmdlet(VerbsCommon.Get, "CsAdminRole", DefaultParameterSetName = ByIdentity)]
    [OutputType("Microsoft.Rtc.Management.WritableConfig.Settings.Roles.Role")]
    public sealed class GetAdminRoleCmdlet : TopologyCmdlet
    {
        private const string ByIdentity = "Identity";
        private const string ByFilter = "Filter";
        private const string BySid = "SID";

        [Parameter(ParameterSetName = ByIdentity, Position = 2, ValueFromPipeline = true)]
        [ArgumentCompleter(typeof(DeploymentCompleter))]
        public string Identity { get; set; }

        [Parameter(ParameterSetName = ByFilter)]
        public string Filter { get; set; }

        [Parameter(ParameterSetName = BySid, Position = 2)]
        public string Sid { get; set; }

        [Parameter]
        public SwitchParameter LocalStore { get; set; }

        private protected override string Method => "getAdminRole";
    }
}
