import type { Deployment } from '../domain/deployment/deployment.ts';
import type { StoreScope } from '../domain/request/stored-request.ts';
import type { Deps } from './deps.ts';
import { localComputerName, selectMachine } from './select-machine.ts';

/** Whose requests and certificates the verbs without a topology of their own speak of: this deployment, this computer. */
export async function localScope(deps: Deps, deployment: Deployment): Promise<StoreScope> {
  const { topology } = await deps.openTopology(deployment.topologyPath).load();
  const localComputer = await localComputerName(deps, deployment);
  const { fqdn } = selectMachine(deployment, topology, localComputer, undefined);
  return { deployment: deployment.id ?? topology.defaultSipDomain, machine: fqdn };
}
