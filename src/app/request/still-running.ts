import type { StoredRequest } from '../../domain/request/stored-request.ts';
import type { CommandRun } from '../command-run.ts';
import type { Deps } from '../deps.ts';

/** Longest time in milliseconds that a step may take whose process cannot be looked at. */
const LONGEST_STEP = 15 * 60 * 1000;

/**
 * Whether the process that last touched a request may still be in the middle of its step. One that is certainly alive
 * is waited for however long it takes; only where that cannot be told (another machine, another container, a platform
 * that tells no more than a number) the time decides. This process serves one call at a time: its own steps are over.
 */
export function isStillRunning(deps: Deps, run: CommandRun, { updatedBy }: StoredRequest): boolean {
  if (isSameMachine(updatedBy.host, run.context.computer)) {
    const { id, mark } = deps.processes;
    if (updatedBy.processId === id && (updatedBy.processMark ?? '') === mark) return false;
    const fate = deps.processes.fateOf(updatedBy);
    if (fate !== 'unknowable') return fate === 'running';
  }
  return deps.clock.now().getTime() - updatedBy.at.getTime() <= LONGEST_STEP;
}

/** .NET gives the first label of a host's name, Node all of it. */
function isSameMachine(host: string, other: string): boolean {
  const [label] = host.toLowerCase().split('.');
  return label === other.toLowerCase().split('.')[0];
}
