import type { Deployment } from '../domain/deployment/deployment.ts';
import { commandError } from '../domain/errors/catalogue.ts';
import { sameHost } from '../domain/fqdn.ts';
import { findMachine } from '../domain/topology/find-machine.ts';
import type { Machine, Topology } from '../domain/topology/topology.ts';
import type { Deps } from './deps.ts';

/** The machine this one plays: CSCERT_COMPUTER, localComputer of the deployment, else the host's own name. */
export async function localComputerName(deps: Deps, deployment: Deployment): Promise<string> {
  return deps.computer ?? deployment.localComputer ?? (await deps.names.ownFqdn());
}

/**
 * The machine that a certificate is for: the one of -ComputerFqdn, which has to be looked up centrally, else the local
 * computer (domain facts 4.3).
 */
export function selectMachine(
  deployment: Deployment,
  topology: Topology,
  localComputer: string,
  computerFqdn: string | undefined,
): Machine {
  if (computerFqdn !== undefined) {
    if (!deployment.centralManagementStoreReachable) {
      throw commandError('CentralMgmtStoreInaccessible', { computer: computerFqdn }, { target: computerFqdn });
    }
    return findMachine(topology, computerFqdn);
  }
  const machines = topology.pools.flatMap((pool) => pool.machines);
  if (!localComputer.includes('.') || machines.some(({ fqdn }) => sameHost(fqdn, localComputer))) {
    return findLocal(topology, localComputer, machines);
  }
  throw localComputerUnknown(localComputer, machines);
}

function findLocal(topology: Topology, localComputer: string, machines: readonly Machine[]): Machine {
  const matches = machines.filter(
    ({ fqdn }) => sameHost(fqdn, localComputer) || sameHost(fqdn.split('.')[0] ?? '', localComputer),
  );
  if (matches.length !== 1) throw localComputerUnknown(localComputer, machines);
  return findMachine(topology, localComputer);
}

function localComputerUnknown(computer: string, machines: readonly Machine[]) {
  return commandError(
    'LocalComputerUnknown',
    { computer, machines: machines.map(({ fqdn }) => fqdn) },
    { target: computer },
  );
}
