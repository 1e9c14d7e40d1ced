import type { Deployment } from '../domain/deployment/deployment.ts';
import type { StoreScope } from '../domain/request/stored-request.ts';
import type { Topology } from '../domain/topology/topology.ts';
import type { Deps } from './deps.ts';
import { localComputerName, localMachine } from './select-machine.ts';

export interface LocalScope {
  readonly scope: StoreScope;
  readonly topology: Topology;
}

/** Whose requests and certificates the verbs without a machine of their own speak of: this deployment, this computer. */
export async function localScope(
  deps: Pick<Deps, 'openTopology' | 'names' | 'computer'>,
  deployment: Deployment,
): Promise<LocalScope> {
  const { topology } = await deps.openTopology(deployment.topologyPath).load();
  const localComputer = await localComputerName(deps, deployment);
  return { topology, scope: scopeOf(deployment, topology, localComputer) };
}

/**
 * The computer by its FQDN where the topology has it, else by the name it has: an administrator's own machine, from
 * which everything is requested with -ComputerFqdn.
 */
export function scopeOf(deployment: Deployment, topology: Topology, localComputer: string): StoreScope {
  const machine = localMachine(topology, localComputer)?.fqdn ?? localComputer;
  return { deployment: deployment.id ?? topology.defaultSipDomain, machine };
}
