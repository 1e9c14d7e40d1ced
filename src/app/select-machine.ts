import type { Deployment } from '../domain/deployment/deployment.ts';
import { commandError } from '../domain/errors/catalogue.ts';
import { sameHost } from '../domain/fqdn.ts';
import { findMachine } from '../domain/topology/find-machine.ts';
import type { Machine, Topology } from '../domain/topology/topology.ts';
import type { Deps } from './deps.ts';

/** The machine this one plays: CSCERT_COMPUTER, localComputer of the deployment, else the host's own name. */
export async function localComputerName(
  deps: Pick<Deps, 'computer' | 'names'>,
  deployment: Deployment,
): Promise<string> {
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
  const machine = localMachine(topology, localComputer);
  if (machine === undefined) throw localComputerUnknown(localComputer, topology);
  return machine;
}

/** The machine of a local name: the one with this FQDN, or the only one that begins with this single label. */
export function localMachine(topology: Topology, name: string): Machine | undefined {
  const machines = topology.pools.flatMap((pool) => pool.machines);
  const exact = machines.find(({ fqdn }) => sameHost(fqdn, name));
  const [only, second] = machines.filter(({ fqdn }) => sameHost(fqdn.split('.')[0] ?? '', name));
  return exact ?? (second === undefined ? only : undefined);
}

function localComputerUnknown(computer: string, topology: Topology) {
  const machines = topology.pools.flatMap((pool) => pool.machines).map(({ fqdn }) => fqdn);
  return commandError('LocalComputerUnknown', { computer, machines }, { target: computer });
}
