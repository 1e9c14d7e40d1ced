using System.Management.Automation;
using Microsoft.Rtc.Management.Emulation.Completion;
using Microsoft.Rtc.Management.Emulation.Topology;

namespace Microsoft.Rtc.Management.Xds
{
    /// <summary>The parameter block of Get-CsService: a set for each role, whose switch chooses it.</summary>
    [Cmdlet(VerbsCommon.Get, "CsService", DefaultParameterSetName = ByIdentity)]
    [OutputType("Microsoft.Rtc.Management.Xds.DisplayService")]
    public sealed class GetServiceCmdlet : IdentityCmdlet
    {
        [Parameter]
        [ArgumentCompleter(typeof(DeploymentCompleter))]
        public string PoolFqdn { get; set; }

        [Parameter(ParameterSetName = nameof(ApplicationDatabase))]
        public SwitchParameter ApplicationDatabase { get; set; }

        [Parameter(ParameterSetName = nameof(ApplicationServer))]
        public SwitchParameter ApplicationServer { get; set; }

        [Parameter(ParameterSetName = nameof(ArchivingDatabase))]
        public SwitchParameter ArchivingDatabase { get; set; }

        [Parameter(ParameterSetName = nameof(ArchivingServer))]
        public SwitchParameter ArchivingServer { get; set; }

        [Parameter(ParameterSetName = nameof(CentralManagement))]
        public SwitchParameter CentralManagement { get; set; }

        [Parameter(ParameterSetName = nameof(CentralManagementDatabase))]
        public SwitchParameter CentralManagementDatabase { get; set; }

        [Parameter(ParameterSetName = "ConferenceServer")]
        [Alias("ConferenceServer")]
        public SwitchParameter ConferencingServer { get; set; }

        [Parameter(ParameterSetName = nameof(Director))]
        public SwitchParameter Director { get; set; }

        [Parameter(ParameterSetName = nameof(EdgeServer))]
        public SwitchParameter EdgeServer { get; set; }

        [Parameter(ParameterSetName = nameof(FileStore))]
        public SwitchParameter FileStore { get; set; }

        [Parameter(ParameterSetName = nameof(ManagementServer))]
        public SwitchParameter ManagementServer { get; set; }

        [Parameter(ParameterSetName = nameof(MediationServer))]
        public SwitchParameter MediationServer { get; set; }

        [Parameter(ParameterSetName = nameof(MonitoringServer))]
        public SwitchParameter MonitoringServer { get; set; }

        [Parameter(ParameterSetName = nameof(MonitoringDatabase))]
        public SwitchParameter MonitoringDatabase { get; set; }

        [Parameter(ParameterSetName = nameof(ProvisionServer))]
        public SwitchParameter ProvisionServer { get; set; }

        [Parameter(ParameterSetName = nameof(ProvisionDatabase))]
        public SwitchParameter ProvisionDatabase { get; set; }

        [Parameter(ParameterSetName = nameof(PstnGateway))]
        public SwitchParameter PstnGateway { get; set; }

        [Parameter(ParameterSetName = nameof(Registrar))]
        public SwitchParameter Registrar { get; set; }

        [Parameter(ParameterSetName = nameof(TrustedApplicationPool))]
        [Alias("ExternalServer")]
        public SwitchParameter TrustedApplicationPool { get; set; }

        [Parameter(ParameterSetName = nameof(UserDatabase))]
        public SwitchParameter UserDatabase { get; set; }

        [Parameter(ParameterSetName = nameof(UserServer))]
        public SwitchParameter UserServer { get; set; }

        [Parameter(ParameterSetName = nameof(WebServer))]
        public SwitchParameter WebServer { get; set; }

        [Parameter(ParameterSetName = nameof(BackupServer))]
        public SwitchParameter BackupServer { get; set; }

        [Parameter(ParameterSetName = nameof(LegalInterceptServer))]
        public SwitchParameter LegalInterceptServer { get; set; }

        [Parameter(ParameterSetName = nameof(PersistentChatComplianceDatabase))]
        public SwitchParameter PersistentChatComplianceDatabase { get; set; }

        [Parameter(ParameterSetName = nameof(PersistentChatDatabase))]
        public SwitchParameter PersistentChatDatabase { get; set; }

        [Parameter(ParameterSetName = nameof(PersistentChatServer))]
        public SwitchParameter PersistentChatServer { get; set; }

        [Parameter(ParameterSetName = nameof(WacServer))]
        public SwitchParameter WacServer { get; set; }

        [Parameter(ParameterSetName = nameof(VideoGateway))]
        public SwitchParameter VideoGateway { get; set; }

        [Parameter(ParameterSetName = nameof(VideoInteropServer))]
        public SwitchParameter VideoInteropServer { get; set; }

        private protected override string Method => "getService";

        private protected override bool IsSelected => ParameterSetName == ByIdentity || ParameterSetName == ByFilter || IsOn(RoleSwitch);

        /// <summary>The switch that chose the parameter set.</summary>
        private string RoleSwitch => ParameterSetName == "ConferenceServer" ? nameof(ConferencingServer) : ParameterSetName;

        private bool IsOn(string name) =>
            MyInvocation.BoundParameters.TryGetValue(name, out object bound) && bound is SwitchParameter given && given.IsPresent;
    }
}
