using System.Management.Automation;
using Microsoft.Rtc.Management.Emulation.Topology;

namespace Microsoft.Rtc.Management.Xds
{
    /// <summary>The parameter block of Get-CsSipDomain.</summary>
    [Cmdlet(VerbsCommon.Get, "CsSipDomain", DefaultParameterSetName = ByIdentity)]
    [OutputType("Microsoft.Rtc.Management.Xds.SipDomain")]
    public sealed class GetSipDomainCmdlet : IdentityCmdlet
    {
        private protected override string Method => "getSipDomain";
    }
}
