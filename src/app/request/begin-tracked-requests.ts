import type { Deployment } from '../../domain/deployment/deployment.ts';
import type { StoreScope } from '../../domain/request/stored-request.ts';
import type { CommandRun } from '../command-run.ts';
import type { Deps } from '../deps.ts';
import { localScope } from '../local-scope.ts';
import { logConnection } from '../log-connection.ts';

/** How -List, -Retrieve and -Clear begin: the local replica is opened, the action starts. Gives whose requests they see. */
export async function beginTrackedRequests(deps: Deps, run: CommandRun, deployment: Deployment): Promise<StoreScope> {
  const { scope, topology } = await localScope(deps, deployment);
  logConnection(run.log, topology, false);
  run.log.beginAction();
  return scope;
}
