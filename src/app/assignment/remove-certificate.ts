import { type Assignment, withoutCurrent, withoutPrevious } from '../../domain/assignment/assignment.ts';
import { levelOfUse } from '../../domain/assignment/assignment-level.ts';
import type { AssignmentChange } from '../../ports/assignment-store.ts';
import type { Host } from '../../ports/host.ts';
import type { CallContext } from '../call-context.ts';
import type { CommandRun } from '../command-run.ts';
import type { Deps } from '../deps.ts';
import { withoutBlanks } from '../parameter-values.ts';
import { runChecked } from '../run-command.ts';
import { listAssignments } from './assigned-certificate.ts';
import {
  type AssignmentChoice,
  type AssignmentParameters,
  checkAssignmentParameters,
  refuseNetportId,
} from './assignment-parameters.ts';
import { beginAssignment, type LocalServer } from './assignment-place.ts';
import { logRemoval } from './log-removal.ts';
import { agreedRemovals, type Removal } from './propose-removal.ts';

/** Bound parameters of Remove-CsCertificate. */
export interface RemoveCertificateParameters extends AssignmentParameters {
  readonly Previous?: boolean;
}

/** Remove-CsCertificate: services use the certificate no longer; the certificate itself stays (domain facts 7.4). */
export async function removeCertificate(
  deps: Deps,
  given: RemoveCertificateParameters,
  context: CallContext,
  host: Host,
): Promise<void> {
  const parameters = withoutBlanks(given);
  const call = { cmdlet: 'Remove-CsCertificate', host, context, parameters } as const;
  const check = () => checkAssignmentParameters(parameters);
  await runChecked(deps, call, check, async (run, deployment, choice) => {
    refuseNetportId(parameters, deployment.product);
    run.verbose('Remove the certificate from the local or central configuration databases.');
    const server = await beginAssignment(deps, run, deployment, { action: 'Remove Certificate', choice });
    const previous = parameters.Previous === true;
    const chosen = (await listAssignments(deps, server.scope)).filter((one) => isChosen(one, choice));
    const removals = chosen.flatMap((assignment) => removalOf(assignment, previous));
    if (removals.length === 0) run.verbose('No certificate is assigned that could be removed.');
    const agreed = await agreedRemovals(deps, run, server, removals, parameters.Force === true);
    if (agreed.length > 0) await removeAll(deps, run, server, agreed);
    run.log.complete();
  });
}

/** Without -Type what is assigned at the level, which without -Identity is the computer (its page). */
function isChosen({ level, use }: Assignment, choice: AssignmentChoice): boolean {
  if (choice.uses === undefined) return level === (choice.level ?? 'computer');
  return choice.uses.includes(use) && level === levelOfUse(use, choice.level);
}

function removalOf(assignment: Assignment, previous: boolean): readonly Removal[] {
  const thumbprint = previous ? assignment.previousThumbprint : assignment.thumbprint;
  return thumbprint === undefined ? [] : [{ assignment, thumbprint, previous }];
}

/** One transaction. What another process has changed in the meantime stays as that left it. */
async function removeAll(
  deps: Deps,
  run: CommandRun,
  server: LocalServer,
  removals: readonly Removal[],
): Promise<void> {
  const { assignments } = deps.openState();
  const actor = run.actor();
  const places = removals.map(({ assignment }) => assignment);
  const changes = await assignments.update(
    server.scope,
    places,
    (place, before) => {
      const removal = removals.find(({ assignment: { use, level } }) => use === place.use && level === place.level);
      return removal === undefined ? before : afterRemoval(removal, before, actor.at);
    },
    actor,
  );
  run.recordUpdate();
  const left = await assignments.list(server.scope);
  for (const [index, change] of changes.entries()) {
    const removal = removals[index];
    if (removal !== undefined && isRemoved(removal, change)) await logRemoval(deps, run, server, { removal, left });
    else run.warning(`Another process has changed the certificate of the type "${change.use}". It was left as it is.`);
  }
}

function afterRemoval(
  { thumbprint, previous }: Removal,
  before: Assignment | undefined,
  at: Date,
): Assignment | undefined {
  if (before === undefined) return undefined;
  if (previous) return before.previousThumbprint === thumbprint ? withoutPrevious(before) : before;
  return before.thumbprint === thumbprint ? withoutCurrent(before, at) : before;
}

function isRemoved({ thumbprint, previous }: Removal, { before, after }: AssignmentChange): boolean {
  return previous
    ? before?.previousThumbprint === thumbprint && after?.previousThumbprint === undefined
    : before?.thumbprint === thumbprint && after?.thumbprint !== thumbprint;
}
