import { commandError } from '../../domain/errors/catalogue.ts';
import { sameHost } from '../../domain/fqdn.ts';
import type { Pool, Topology } from '../../domain/topology/topology.ts';
import type { Host } from '../../ports/host.ts';

/** The pools of an FQDN in any case; a name that no pool has is a non-terminating error. */
export function poolsOfFqdn({ pools }: Topology, fqdn: string, host: Host): readonly Pool[] {
  const found = pools.filter((pool) => sameHost(pool.fqdn, fqdn));
  if (found.length === 0) {
    const known = [...new Set(pools.map((pool) => pool.fqdn))];
    host.error(commandError('IdentityNotFound', { kind: 'pool', identity: fqdn, known }, { target: fqdn }));
  }
  return found;
}
