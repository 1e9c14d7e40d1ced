/**
 * Which properties the object of a service has beside those of every service, role by role, in the product's order.
 * Names: pages of Get-CsService and of the Set cmdlets for services; transcripts of Get-CsService -WebServer and
 * -EdgeServer; working scripts. Where the topology keeps them: documents (domain facts 6.2).
 */
export interface ServiceShape {
  /** Services that this one depends on: property, and the roles that are meant. */
  readonly dependencies?: readonly (readonly [property: string, ...roles: string[]])[];
  readonly ports?: readonly PortProperty[];
}

/** A property that holds a port, or how many ports there are. */
export interface PortProperty {
  readonly property: string;
  /** What follows `urn:component:` or `urn:application:`. */
  readonly owner: string;
  readonly usage: string;
  /** Absent: any. */
  readonly side?: string;
  readonly protocol?: string;
  /** What of the port: its number, the size of its range, or the port that is published for it. */
  readonly of: 'port' | 'range' | 'published port';
}

type Where = Pick<PortProperty, 'side' | 'protocol'>;

function port(property: string, owner: string, usage: string, where: Where = {}): PortProperty {
  return { property, owner, usage, ...where, of: 'port' };
}

/** `AudioPortStart` and `AudioPortCount`. */
function range(name: string, usage: string, owner = 'MediaComp'): readonly PortProperty[] {
  return [
    { property: `${name}PortStart`, owner, usage, of: 'port' },
    { property: `${name}PortCount`, owner, usage, of: 'range' },
  ];
}

const AUDIO = range('Audio', 'AudioCommunication');
const VIDEO = range('Video', 'VideoCommunication');
const APPLICATION_SHARING = range('AppSharing', 'AppSharingCommunication');

/** The ports of the web site, as they are and as they are published. */
const WEB_SITE: readonly PortProperty[] = (['port', 'published port'] as const).flatMap((of) =>
  (['Primary', 'External'] as const).flatMap((side) =>
    (['Http', 'Https'] as const).map((protocol) => ({
      property: `${of === 'port' ? '' : 'Published'}${side}${protocol}Port`,
      owner: 'OCSWebSite',
      usage: 'WebSite',
      side,
      protocol,
      of,
    })),
  ),
);

const REGISTRAR_PORTS: readonly PortProperty[] = [
  port('SipPort', 'Registrar', 'SipServer', { protocol: 'Mtls' }),
  port('SipServerTcpPort', 'Registrar', 'SipServer', { protocol: 'Tcp' }),
  port('WebPort', 'Registrar', 'WebServer'),
];

const MONITORED: readonly (readonly [string, ...string[]])[] = [
  ['MonitoringServer', 'MonitoringServer'],
  ['ArchivingServer', 'ArchivingServer'],
  ['MonitoringDatabase', 'MonitoringDatabase'],
  ['ArchivingDatabase', 'ArchivingDatabase'],
];

export const SERVICE_SHAPES: Readonly<Record<string, ServiceShape>> = {
  UserServer: {
    dependencies: [
      ['UserDatabase', 'UserDatabase'],
      ['ConferenceServer', 'ConferencingServer'],
    ],
    ports: [
      port('McuFactorySipPort', 'McuFactory', 'WebServer'),
      port('UserPinManagementWcfHttpPort', 'PresenceFocus', 'UserPinManagement'),
      port('ConfDirManagementWcfTcpPort', 'McuFactory', 'WcfServer'),
    ],
  },
  Registrar: {
    dependencies: [
      ['UserServer', 'UserServer'],
      ['WebServer', 'WebServer'],
      ['EdgeServer', 'EdgeServer'],
      ['BackupRegistrar', 'Registrar'],
      ...MONITORED,
    ],
    ports: [
      ...REGISTRAR_PORTS,
      port('WinFabFederationPort', 'WinFab', 'WinFabFederation'),
      port('WinFabLeaseAgentPort', 'WinFab', 'WinFabLeaseAgent'),
      port('WinFabClientConnectionPort', 'WinFab', 'WinFabClientConnection'),
      port('WinFabIPCPort', 'WinFab', 'WinFabIPC'),
      port('WinFabReplicationPort', 'WinFab', 'WinFabReplication'),
      port('LyssWcfMtlsPort', 'Lyss', 'WcfMtls'),
      port('XmppGatewaySipPort', 'XmppFederation', 'SipServer'),
    ],
  },
  Director: {
    dependencies: [['WebServer', 'WebServer'], ['EdgeServer', 'EdgeServer'], ...MONITORED],
    ports: REGISTRAR_PORTS,
  },
  WebServer: {
    dependencies: [
      ['FileStore', 'FileStore'],
      ['UserServer', 'UserServer'],
    ],
    ports: [
      ...WEB_SITE,
      port('ReachPrimaryPsomServerPort', 'Reach', 'PsomServer', { side: 'Primary' }),
      port('ReachExternalPsomServerPort', 'Reach', 'PsomServer', { side: 'External' }),
      ...APPLICATION_SHARING,
      port('McxSipPrimaryListeningPort', 'McxService', 'SipServer'),
      port('McxSipExternalListeningPort', 'McxServiceExternal', 'SipServer'),
      port('UcwaSipPrimaryListeningPort', 'UcwaService', 'SipServer'),
      port('UcwaSipExternalListeningPort', 'UcwaServiceExternal', 'SipServer'),
      port('RmWebSipPrimaryListeningPort', 'PersistentChatWebManager', 'SipServer'),
      port('RmWebSipExternalListeningPort', 'PersistentChatWebManagerExternal', 'SipServer'),
    ],
  },
  ConferencingServer: {
    dependencies: [
      ['FileStore', 'FileStore'],
      ['WebServer', 'WebServer'],
      ['UserServer', 'UserServer'],
      ['EdgeServer', 'EdgeServer'],
    ],
    ports: [
      port('ImSipPort', 'IMConf', 'SipServer'),
      port('DataPsomPort', 'DataConf', 'PsomClient'),
      port('AudioVideoSipPort', 'AVConf', 'SipServer'),
      port('AppSharingSipPort', 'AppSharingConf', 'SipServer'),
      ...AUDIO,
      ...VIDEO,
      ...APPLICATION_SHARING,
    ],
  },
  ApplicationServer: {
    dependencies: [
      ['Registrar', 'Registrar', 'Director'],
      ['FileStore', 'FileStore'],
      ['ApplicationDatabase', 'ApplicationDatabase'],
    ],
    ports: [
      port('RgsSipPort', 'RGS', 'SipServer'),
      port('RgsWcfMtlsPort', 'RGS', 'WcfMtls'),
      port('CpsSipPort', 'Cps', 'SipServer'),
      port('AtsSipPort', 'testbot', 'SipServer'),
      port('CaaSipPort', 'Caa', 'SipServer'),
      port('CasSipPort', 'Cas', 'SipServer'),
      ...AUDIO,
      ...VIDEO,
      ...APPLICATION_SHARING,
    ],
  },
  MediationServer: {
    dependencies: [
      ['Registrar', 'Registrar', 'Director'],
      ['EdgeServer', 'EdgeServer'],
    ],
    ports: [
      port('SipServerPort', 'Mediation', 'SipServer', { side: 'Primary' }),
      port('SipClientTcpPort', 'Mediation', 'SipClient', { side: 'Pstn', protocol: 'Tcp' }),
      port('SipClientTlsPort', 'Mediation', 'SipClient', { side: 'Pstn', protocol: 'Tls' }),
      ...AUDIO,
    ],
  },
  EdgeServer: {
    dependencies: [['Registrar', 'Registrar', 'Director']],
    ports: [
      port('AccessEdgeInternalSipPort', 'AccessEdge', 'SipServer', { side: 'Internal' }),
      port('AccessEdgeExternalSipPort', 'AccessEdge', 'SipServer', { side: 'External' }),
      port('AccessEdgeClientSipPort', 'AccessEdge', 'SipClient', { side: 'External' }),
      port('DataPsomServerPort', 'DataEdge', 'PsomServer', { side: 'Internal' }),
      port('DataPsomClientPort', 'DataEdge', 'PsomClient', { side: 'External' }),
      port('MediaRelayAuthEdgePort', 'MediaRelayAuthenticationEdge', 'SipServer', { side: 'Internal' }),
      port('MediaRelayInternalTurnTcpPort', 'MediaRelayEdge', 'TURNServer', { side: 'Internal', protocol: 'Tcp' }),
      port('MediaRelayExternalTurnTcpPort', 'MediaRelayEdge', 'TURNServer', { side: 'External', protocol: 'Tcp' }),
      port('MediaRelayInternalTurnUdpPort', 'MediaRelayEdge', 'TURNServer', { side: 'Internal', protocol: 'Udp' }),
      port('MediaRelayExternalTurnUdpPort', 'MediaRelayEdge', 'TURNServer', { side: 'External', protocol: 'Udp' }),
      ...range('MediaCommunication', 'MediaCommunication', 'MediaRelayEdge'),
      port('XmppInternalPort', 'XmppFederationProxy', 'XptServer', { side: 'Internal' }),
      port('XmppListeningPort', 'XmppFederationProxy', 'XmppServer', { side: 'External' }),
      port('SkypeSearchProxyPort', 'SkypeSearchProxy', 'WebServer'),
    ],
  },
  ManagementServer: { ports: [port('ReplicationServicePort', 'ReplicationService', 'Replication')] },
  CentralManagement: {
    dependencies: [
      ['CentralManagementDatabase', 'CentralManagementDatabase'],
      ['FileStore', 'FileStore'],
    ],
  },
  PstnGateway: {
    dependencies: [['MediationServer', 'MediationServer']],
    ports: [
      port('GatewaySipClientTcpPort', 'PstnGateway', 'SipClient', { protocol: 'Tcp' }),
      port('GatewaySipClientTlsPort', 'PstnGateway', 'SipClient', { protocol: 'Tls' }),
    ],
  },
  TrustedApplicationPool: { dependencies: [['Registrar', 'Registrar', 'Director']] },
  PersistentChatServer: {
    dependencies: [
      ['Registrar', 'Registrar', 'Director'],
      ['FileStore', 'FileStore'],
      ['PersistentChatDatabase', 'PersistentChatDatabase'],
      ['PersistentChatComplianceDatabase', 'PersistentChatComplianceDatabase'],
    ],
  },
  ArchivingServer: {
    dependencies: [
      ['FileStore', 'FileStore'],
      ['ArchivingDatabase', 'ArchivingDatabase'],
    ],
  },
  MonitoringServer: {
    dependencies: [
      ['FileStore', 'FileStore'],
      ['MonitoringDatabase', 'MonitoringDatabase'],
    ],
  },
};
