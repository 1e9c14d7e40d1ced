import type { Deployment } from '../../domain/deployment/deployment.ts';
import { commandError } from '../../domain/errors/catalogue.ts';
import type { TopologySource } from '../../ports/topology-source.ts';
import type { Deps } from '../deps.ts';
import { loadWithoutPasswords } from '../load-without-passwords.ts';

/** What the Get cmdlets of the topology need: nothing of them touches a store of requests, a key or a CA. */
export type TopologyDeps = Pick<Deps, 'deployments' | 'openTopology' | 'topologyDescriber' | 'names' | 'computer'>;

/** What a Get cmdlet of the topology reads from. */
export interface TopologyStore {
  readonly deployment: Deployment;
  readonly source: TopologySource;
}

/** Which store is asked, and what to do where the central one is out of reach. */
export type StoreChoice =
  | { readonly from: 'local replica' }
  /** `wanted` and `instead` are for the error: what cannot be read, and a sentence on what can be done. */
  | { readonly from: 'central store'; readonly wanted: string; readonly instead: string };

/**
 * Opens the store. The central one is out of reach on an Edge Server, where scripts catch that and ask the local
 * replica (working scripts); both hold the same document here. Throws CentralMgmtStoreInaccessible.
 */
export async function openTopologyStore(deps: TopologyDeps, choice: StoreChoice): Promise<TopologyStore> {
  const deployment = await loadWithoutPasswords(deps.deployments);
  if (choice.from === 'central store' && !deployment.centralManagementStoreReachable) {
    throw commandError('CentralMgmtStoreInaccessible', { wanted: choice.wanted, instead: choice.instead });
  }
  return { deployment, source: deps.openTopology(deployment.topologyPath) };
}

/** What an Edge Server can still be asked, for cmdlets without -LocalStore. */
export const ASK_THE_REPLICA = 'Use Get-CsTopology -LocalStore to read the local replica.';

/** For cmdlets that have it. */
export const USE_LOCAL_STORE = 'Use -LocalStore to read the local replica.';
