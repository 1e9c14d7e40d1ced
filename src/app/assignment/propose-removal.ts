import { type Assignment, thumbprintInEffect } from '../../domain/assignment/assignment.ts';
import { certificateUsesOf } from '../../domain/topology/roles.ts';
import type { CommandRun } from '../command-run.ts';
import type { Deps } from '../deps.ts';
import type { LocalServer } from './assignment-place.ts';

/** A certificate that a use is to lose. */
export interface Removal {
  readonly assignment: Assignment;
  readonly thumbprint: string;
  /** The certificate before the present one. */
  readonly previous: boolean;
}

/**
 * The removals that the caller agrees to. A certificate in use is asked about (domain facts 7.4), but not with -Force or
 * -Confirm:$false, and not where nobody can answer: a script never waits (inferred).
 */
export async function agreedRemovals(
  deps: Deps,
  run: CommandRun,
  server: LocalServer,
  removals: readonly Removal[],
  force: boolean,
): Promise<readonly Removal[]> {
  const agreed: Removal[] = [];
  for (const removal of removals) {
    const what = actionText(removal);
    if (!(await run.host.shouldProcess({ description: what, query: what, caption: 'Confirm' }))) continue;
    if (force || !isInUse(deps, server, removal) || (await mayBeTaken(run, removal))) agreed.push(removal);
  }
  return agreed;
}

function actionText({ assignment: { use, level }, thumbprint, previous }: Removal): string {
  const which = previous ? 'previous certificate' : 'certificate';
  const where = level === 'global' ? ' for the whole deployment' : '';
  return `Remove the ${which} "${thumbprint}" from the type "${use}"${where}.`;
}

/** The computer needs a certificate for the use, and this is the one that its services have now. */
function isInUse(deps: Deps, { loaded, machine }: LocalServer, { assignment, thumbprint }: Removal): boolean {
  const isNeeded = certificateUsesOf(loaded.topology, machine).includes(assignment.use);
  return isNeeded && thumbprintInEffect(assignment, deps.clock.now()) === thumbprint;
}

async function mayBeTaken(run: CommandRun, { assignment: { use }, thumbprint }: Removal): Promise<boolean> {
  const { interactive, confirm, unprompted } = run.context;
  // Whoever is asked by -Confirm has been asked already.
  if (confirm === true || unprompted === true) return true;
  const inUse = `The certificate "${thumbprint}" is in use for the type "${use}".`;
  if (interactive) return run.host.shouldContinue(`${inUse} Do you want to remove it?`, 'Confirm');
  run.warning(`${inUse} It is removed without a question, since nobody can answer one.`);
  return true;
}
