using System.Management.Automation;

namespace Microsoft.Rtc.Management.Emulation.Operator
{
    /// <summary>The parameter block of Approve-CsEmulatedRequest.</summary>
    [Cmdlet(VerbsLifecycle.Approve, "CsEmulatedRequest", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
    [OutputType(typeof(EmulatedRequest))]
    public sealed class ApproveEmulatedRequestCmdlet : DecisionCmdlet
    {
        private protected override string Method => "emulator/approve";
    }
}
