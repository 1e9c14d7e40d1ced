using System.Management.Automation;
using System.Text.Json;
using Microsoft.Rtc.Management.Emulation.Binding;

namespace Microsoft.Rtc.Management.Emulation.Operator
{
    /// <summary>The parameter block of Deny-CsEmulatedRequest.</summary>
    [Cmdlet(VerbsLifecycle.Deny, "CsEmulatedRequest", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.Medium)]
    [OutputType(typeof(EmulatedRequest))]
    public sealed class DenyEmulatedRequestCmdlet : DecisionCmdlet
    {
        /// <summary>PowerShell reads 0x80094014 as a negative number, other programs print it unsigned: both are taken.</summary>
        [Parameter]
        [EmptyIsAbsent(typeof(long))]
        [ValidateRange(int.MinValue, (long)uint.MaxValue)]
        public long HResult { get; set; }

        [Parameter]
        [ValidateLength(0, 1000)]
        public string Message { get; set; }

        private protected override string Method => "emulator/deny";

        private protected override void WriteDecision(Utf8JsonWriter json)
        {
            if (IsGiven(nameof(HResult)))
            {
                json.WriteNumber("hresult", HResult);
            }

            WriteText(json, "message", nameof(Message), Message);
        }
    }
}
