using System;
using System.Management.Automation;
using Microsoft.Rtc.Management.Emulation.Binding;
using Microsoft.Rtc.Management.Emulation.Topology;

namespace Microsoft.Rtc.Management.Xds
{
    /// <summary>The parameter block of Get-CsSimpleUrlConfiguration.</summary>
    [Cmdlet(VerbsCommon.Get, "CsSimpleUrlConfiguration", DefaultParameterSetName = ByIdentity)]
    [OutputType("Microsoft.Rtc.Management.WritableConfig.Settings.SimpleUrl.SimpleUrlConfiguration")]
    public sealed class GetSimpleUrlConfigurationCmdlet : TopologyCmdlet
    {
        private const string ByIdentity = "Identity";
        private const string ByFilter = "Filter";

        [Parameter(ParameterSetName = ByIdentity, Position = 2)]
        [EmptyIsAbsent(typeof(XdsIdentity))]
        public XdsIdentity Identity { get; set; }

        [Parameter(ParameterSetName = ByFilter)]
        public string Filter { get; set; }

        [Parameter]
        [EmptyIsAbsent(typeof(Guid))]
        public Guid Tenant { get; set; }

        [Parameter]
        public SwitchParameter LocalStore { get; set; }

        private protected override string Method => "getSimpleUrlConfiguration";
    }
}
