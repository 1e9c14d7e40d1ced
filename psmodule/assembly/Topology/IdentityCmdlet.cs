using System.Management.Automation;
using Microsoft.Rtc.Management.Emulation.Binding;
using Microsoft.Rtc.Management.Emulation.Completion;
using Microsoft.Rtc.Management.Xds;

namespace Microsoft.Rtc.Management.Emulation.Topology
{
    /// <summary>A Get cmdlet that shows everything of its kind, the one of an identity, or those that a wildcard fits.</summary>
    public abstract class IdentityCmdlet : TopologyCmdlet
    {
        private protected const string ByIdentity = "Identity";
        private protected const string ByFilter = "Filter";

        [Parameter(ParameterSetName = ByIdentity, Position = 2)]
        [NameOfObject]
        [ArgumentCompleter(typeof(DeploymentCompleter))]
        public XdsGlobalRelativeIdentity Identity { get; set; }

        [Parameter(ParameterSetName = ByFilter)]
        public string Filter { get; set; }
    }
}
