import type { Deployment } from '../../domain/deployment/deployment.ts';
import { commandError } from '../../domain/errors/catalogue.ts';
import type { StoreScope } from '../../domain/request/stored-request.ts';
import { poolOf } from '../../domain/topology/pools.ts';
import { type MachineRole, rolesOf } from '../../domain/topology/roles.ts';
import type { Machine } from '../../domain/topology/topology.ts';
import type { LoadedTopology } from '../../ports/topology-source.ts';
import type { CommandRun } from '../command-run.ts';
import type { Deps } from '../deps.ts';
import { scopeOf } from '../local-scope.ts';
import { logConnection } from '../log-connection.ts';
import { localComputerName, selectMachine } from '../select-machine.ts';
import type { AssignmentChoice } from './assignment-parameters.ts';

/** The machine whose services get or lose a certificate: always the local computer (domain facts 7.3). */
export interface LocalServer {
  readonly deployment: Deployment;
  readonly loaded: LoadedTopology;
  readonly machine: Machine;
  readonly roles: readonly MachineRole[];
  readonly scope: StoreScope;
}

/**
 * How Set and Remove begin: the local replica is opened, or with -Identity Global the Central Management Store, and the
 * action starts. Throws LocalComputerUnknown, CentralMgmtStoreInaccessible.
 */
export async function beginAssignment(
  deps: Deps,
  run: CommandRun,
  deployment: Deployment,
  { action, choice }: { readonly action: string; readonly choice: AssignmentChoice },
): Promise<LocalServer> {
  const loaded = await deps.openTopology(deployment.topologyPath).load();
  const { topology } = loaded;
  logConnection(run.log, topology, choice.level === 'global');
  run.log.beginAction(action);
  if (choice.level === 'global' && !deployment.centralManagementStoreReachable) {
    throw commandError('CentralMgmtStoreInaccessible', {
      wanted: 'global certificates',
      instead: 'Omit -Identity for the certificates of this computer.',
    });
  }
  const localComputer = await localComputerName(deps, deployment);
  const machine = selectMachine(deployment, topology, localComputer, undefined);
  const scope = scopeOf(deployment, topology, localComputer);
  return { deployment, loaded, machine, roles: rolesOf(poolOf(topology, machine)), scope };
}
