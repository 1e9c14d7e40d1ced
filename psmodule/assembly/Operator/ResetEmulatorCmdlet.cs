using System.Management.Automation;
using Microsoft.Rtc.Management.Emulation.Session;

namespace Microsoft.Rtc.Management.Emulation.Operator
{
    /// <summary>The parameter block of Reset-CsEmulator. It asks by itself, since nothing brings a CA's key back.</summary>
    [Cmdlet(VerbsCommon.Reset, "CsEmulator", SupportsShouldProcess = true, ConfirmImpact = ConfirmImpact.High)]
    public sealed class ResetEmulatorCmdlet : OperatorCmdlet
    {
        [Parameter(Position = 0)]
        [ValidateLength(0, 1024)]
        public string CA { get; set; }

        [Parameter]
        public SwitchParameter Force { get; set; }

        /// <summary>-WhatIf and a -Confirm of the call itself count more than -Force.</summary>
        private protected override bool HasAgreed =>
            Force && !MyInvocation.BoundParameters.ContainsKey("Confirm") && !new CallContext(this).IsWhatIf;

        protected override void EndProcessing() => Report(Call("emulator/reset", json => WriteText(json, "ca", nameof(CA), CA)));
    }
}
