import type { Pool, Service } from './topology.ts';

/** How cmdlets call a service. */
export interface ServiceRole {
  /** `Role` of the object, prefix of its identity and name of the switch that asks for it. */
  readonly role: string;
  /** .NET type of the object. */
  readonly typeName: string;
}

/**
 * `RoleName` of the documents, and the role that cmdlets show for it. UserServices, Registrar, WebServices, ConfServices,
 * MediationServer, EdgeServer, FileStore, TrustedApplicationPool and the rows of Lync Server 2010: pages and transcripts;
 * spellings of the documents for Persistent Chat, provisioning, backup, legal interception and video: inferred.
 */
const ROLES: Readonly<Record<string, string>> = {
  UserServices: 'UserServer',
  Registrar: 'Registrar',
  WebServices: 'WebServer',
  ConfServices: 'ConferencingServer',
  ApplicationServer: 'ApplicationServer',
  MediationServer: 'MediationServer',
  EdgeServer: 'EdgeServer',
  ManagementServices: 'ManagementServer',
  CentralMgmt: 'CentralManagement',
  FileStore: 'FileStore',
  WacService: 'WacServer',
  PstnGateway: 'PstnGateway',
  UserStore: 'UserDatabase',
  ApplicationStore: 'ApplicationDatabase',
  CentralMgmtStore: 'CentralManagementDatabase',
  ArchivingStore: 'ArchivingDatabase',
  MonitoringStore: 'MonitoringDatabase',
  ArchivingServer: 'ArchivingServer',
  MonitoringServer: 'MonitoringServer',
  ExternalServer: 'TrustedApplicationPool',
  ExternalService: 'TrustedApplicationPool',
  PersistentChatServer: 'PersistentChatServer',
  PersistentChatService: 'PersistentChatServer',
  PersistentChatStore: 'PersistentChatDatabase',
  PersistentChatComplianceStore: 'PersistentChatComplianceDatabase',
  ProvisionService: 'ProvisionServer',
  ProvisionStore: 'ProvisionDatabase',
  BackupService: 'BackupServer',
  LegalInterceptService: 'LegalInterceptServer',
  VideoGateway: 'VideoGateway',
  VideoInteropServer: 'VideoInteropServer',
};

const BY_ROLE_NAME = new Map(Object.entries(ROLES).map(([roleName, role]) => [roleName.toLowerCase(), role]));

/** Types that are not called as the role is (pages of the cmdlets that change them). */
const TYPES: Readonly<Record<string, string>> = {
  ConferencingServer: 'ConferenceServer',
  TrustedApplicationPool: 'ExternalServer',
};

/** A Registrar of a Director pool is a Director; a role nobody knows keeps the name the document gives it. */
export function serviceRoleOf({ role: roleName, isDirector }: Service): ServiceRole {
  const role = isDirector ? 'Director' : (BY_ROLE_NAME.get(roleName.toLowerCase()) ?? roleName);
  return { role, typeName: `Microsoft.Rtc.Management.Xds.Display${TYPES[role] ?? role}` };
}

/** `WebServer:pool01.contoso.com`: how cmdlets name a service (page of Get-CsService). */
export function serviceIdentity(pool: Pool, service: Service): string {
  return `${serviceRoleOf(service).role}:${pool.fqdn}`;
}
