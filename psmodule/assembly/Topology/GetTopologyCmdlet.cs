using System.Management.Automation;
using System.Xml.Linq;
using Microsoft.Rtc.Management.Emulation.Topology;

namespace Microsoft.Rtc.Management.Xds
{
    /// <summary>The parameter block of Get-CsTopology.</summary>
    [Cmdlet(VerbsCommon.Get, "CsTopology")]
    [OutputType("Microsoft.Rtc.Management.Deploy.Internal.DefaultTopology")]
    [OutputType(typeof(XElement))]
    public sealed class GetTopologyCmdlet : TopologyCmdlet
    {
        [Parameter]
        public SwitchParameter AsXml { get; set; }

        [Parameter]
        public SwitchParameter LocalStore { get; set; }

        private protected override string Method => "getTopology";
    }
}
