import { sameHost } from '../../domain/fqdn.ts';
import type { Pool } from '../../domain/topology/topology.ts';
import { computerObject } from '../../domain/topology-objects/computer.ts';
import type { Host } from '../../ports/host.ts';
import { localComputerName, selectMachine } from '../select-machine.ts';
import { poolsOfFqdn } from './pools-of-fqdn.ts';
import { putOut } from './put-out.ts';
import { type Selection, selectObjects } from './select-objects.ts';
import { openTopologyStore, type TopologyDeps } from './topology-store.ts';

export interface ComputerSelection extends Selection {
  /** FQDN of a pool. */
  readonly Pool?: string;
  /** Only the computer that this one plays. */
  readonly Local?: boolean;
}

/**
 * Get-CsComputer: the computers of the topology in document order; -Local, -Pool and the identity narrow it down
 * together. -Local needs no central store (inferred). Throws LocalComputerUnknown.
 */
export async function getComputer(deps: TopologyDeps, selection: ComputerSelection, host: Host): Promise<void> {
  const local = selection.Local === true;
  const { deployment, source } = await openTopologyStore(
    deps,
    local
      ? { from: 'local replica' }
      : { from: 'central store', wanted: 'the computers', instead: 'Use -Local to look up this computer.' },
  );
  const { topology } = await source.load();
  const pools = selection.Pool === undefined ? topology.pools : poolsOfFqdn(topology, selection.Pool, host);
  if (pools.length === 0 && selection.Pool !== undefined) return;
  const own = local
    ? selectMachine(deployment, topology, await localComputerName(deps, deployment), undefined).fqdn
    : undefined;
  const objects = pools.flatMap((pool) => computersOf(pool, own));
  putOut(host, selectObjects(objects, selection, 'computer', host));
}

function computersOf(pool: Pool, only: string | undefined) {
  return pool.machines
    .filter(({ fqdn }) => only === undefined || sameHost(fqdn, only))
    .map((machine) => computerObject(pool, machine));
}
