using System.Management.Automation;
using System.Text.Json;
using Microsoft.Rtc.Management.Emulation.Binding;

namespace Microsoft.Rtc.Management.Emulation.Operator
{
    /// <summary>The parameter block of Revoke-CsEmulatedRequest.</summary>
    [Cmdlet(VerbsSecurity.Revoke, "CsEmulatedRequest", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
    [OutputType(typeof(EmulatedRequest))]
    public sealed class RevokeEmulatedRequestCmdlet : DecisionCmdlet
    {
        [Parameter]
        [EmptyIsAbsent(typeof(RevocationReason))]
        public RevocationReason Reason { get; set; }

        private protected override string Method => "emulator/revoke";

        private protected override void WriteDecision(Utf8JsonWriter json)
        {
            if (IsGiven(nameof(Reason)))
            {
                json.WriteString("reason", JsonNamingPolicy.CamelCase.ConvertName(Reason.ToString()));
            }
        }
    }
}
