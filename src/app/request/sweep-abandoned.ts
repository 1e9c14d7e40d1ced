import type { StoredRequest } from '../../domain/request/stored-request.ts';
import type { CommandRun } from '../command-run.ts';
import type { Deps } from '../deps.ts';
import { isStillRunning } from './still-running.ts';

/**
 * Archives requests whose process ended before it asked a CA, and destroys their keys (restart rule of `prepared`). Of
 * every deployment and machine, since nobody else may ever come for them. A command that only looks does not do this.
 */
export async function sweepAbandoned(deps: Deps, run: CommandRun): Promise<void> {
  if (run.context.whatIf || !deps.stateExists()) return;
  for (const stored of await deps.openState().requests.listPrepared()) {
    if (!isStillRunning(deps, run, stored)) await discard(deps, run, stored);
  }
}

async function discard(deps: Deps, run: CommandRun, stored: StoredRequest): Promise<void> {
  const disposition = { hresult: 0, message: 'The command was stopped before a CA was asked.' };
  const { applied } = await deps.openState().requests.fail(stored, { disposition }, run.actor());
  if (!applied) return;
  const text = `A certificate request of ${run.formatDate(stored.preparedBy.at)} (${stored.subject}) was never submitted, because its command was stopped. It was removed with its private key.`;
  run.log.info(text);
  run.verbose(text);
}
