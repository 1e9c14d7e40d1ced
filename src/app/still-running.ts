import type { StoredRequest } from '../domain/request/stored-request.ts';
import type { CommandRun } from './command-run.ts';
import type { Deps } from './deps.ts';

/** Longest time a step may take in milliseconds; a process number may have gone to another program by then. */
const LONGEST_STEP = 15 * 60 * 1000;

/**
 * Whether the process that last touched a request may still be in the middle of its step. Of another machine only the
 * time can tell. This process serves one call at a time, so that its own steps are over.
 */
export function isStillRunning(deps: Deps, run: CommandRun, { updatedBy }: StoredRequest): boolean {
  if (deps.clock.now().getTime() - updatedBy.at.getTime() > LONGEST_STEP) return false;
  if (updatedBy.host !== run.context.computer) return true;
  return updatedBy.processId !== deps.processes.id && deps.processes.isRunning(updatedBy.processId);
}
