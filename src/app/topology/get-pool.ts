import { commandError } from '../../domain/errors/catalogue.ts';
import { sameHost } from '../../domain/fqdn.ts';
import type { Site, Topology } from '../../domain/topology/topology.ts';
import { poolObject } from '../../domain/topology-objects/pool.ts';
import type { Host } from '../../ports/host.ts';
import { putOut } from './put-out.ts';
import { type Selection, selectObjects } from './select-objects.ts';
import { ASK_THE_REPLICA, openTopologyStore, type TopologyDeps } from './topology-store.ts';

export interface PoolSelection extends Selection {
  /** Display name of a site, without the `site:` of its identity (page of Get-CsPool). */
  readonly Site?: string;
}

/** Get-CsPool: every cluster of the topology in document order, database and file servers included. */
export async function getPool(deps: TopologyDeps, selection: PoolSelection, host: Host): Promise<void> {
  const { source } = await openTopologyStore(deps, {
    from: 'central store',
    wanted: 'the pools',
    instead: ASK_THE_REPLICA,
  });
  const { topology } = await source.load();
  const site = selection.Site === undefined ? undefined : findSite(topology, selection.Site, host);
  if (selection.Site !== undefined && site === undefined) return;
  const pools = topology.pools.filter(({ siteId }) => site === undefined || siteId === site.id);
  const objects = pools.map((pool) => poolObject(topology, pool));
  putOut(host, selectObjects(objects, selection, 'pool', host));
}

/** The site of that display name; a name that no site has is a non-terminating error. */
function findSite({ sites }: Topology, name: string, host: Host): Site | undefined {
  const site = sites.find((candidate) => sameHost(candidate.name, name));
  if (site === undefined) {
    const known = sites.map((candidate) => candidate.name);
    host.error(commandError('IdentityNotFound', { kind: 'site', identity: name, known }, { target: name }));
  }
  return site;
}
