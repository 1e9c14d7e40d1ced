import { serviceObjects } from '../../domain/topology-objects/service.ts';
import type { Host } from '../../ports/host.ts';
import { poolsOfFqdn } from './pools-of-fqdn.ts';
import { putOut } from './put-out.ts';
import { type Selection, selectObjects } from './select-objects.ts';
import { ASK_THE_REPLICA, openTopologyStore, type TopologyDeps } from './topology-store.ts';

/** The switches that ask for one role; each is called as the role is (page of Get-CsService). */
export const ROLE_SWITCHES = [
  'ApplicationDatabase',
  'ApplicationServer',
  'ArchivingDatabase',
  'ArchivingServer',
  'BackupServer',
  'CentralManagement',
  'CentralManagementDatabase',
  'ConferencingServer',
  'Director',
  'EdgeServer',
  'FileStore',
  'LegalInterceptServer',
  'ManagementServer',
  'MediationServer',
  'MonitoringDatabase',
  'MonitoringServer',
  'PersistentChatComplianceDatabase',
  'PersistentChatDatabase',
  'PersistentChatServer',
  'ProvisionDatabase',
  'ProvisionServer',
  'PstnGateway',
  'Registrar',
  'TrustedApplicationPool',
  'UserDatabase',
  'UserServer',
  'VideoGateway',
  'VideoInteropServer',
  'WacServer',
  'WebServer',
] as const;

export type ServiceSelection = Selection & { readonly PoolFqdn?: string } & {
  readonly [Role in (typeof ROLE_SWITCHES)[number]]?: boolean;
};

/** Get-CsService: the services of all pools or of one, of all roles or of one. A role that nothing has gives nothing. */
export async function getService(deps: TopologyDeps, selection: ServiceSelection, host: Host): Promise<void> {
  const { deployment } = await openTopologyStore(deps, {
    from: 'central store',
    wanted: 'the services',
    instead: ASK_THE_REPLICA,
  });
  const { topology, details } = await (await deps.topologyDescriber()).describe(deployment.topologyPath);
  const { PoolFqdn } = selection;
  const pools = PoolFqdn === undefined ? topology.pools : poolsOfFqdn(topology, PoolFqdn, host);
  if (pools.length === 0 && PoolFqdn !== undefined) return;
  const role = ROLE_SWITCHES.find((name) => selection[name] === true);
  const services = serviceObjects(topology, details, pools).filter(
    ({ text }) => role === undefined || text.startsWith(`${role}:`),
  );
  putOut(host, selectObjects(services, selection, 'service', host));
}
