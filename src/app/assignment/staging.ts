import { type Assignment, type AssignmentPlace, thumbprintInEffect } from '../../domain/assignment/assignment.ts';
import { isRolledForTokens, leadTimeWarning } from '../../domain/assignment/effective-date.ts';
import type { CertificateUse } from '../../domain/certificate-use.ts';
import type { StoreScope } from '../../domain/request/stored-request.ts';
import type { CommandRun } from '../command-run.ts';
import type { Deps } from '../deps.ts';
import type { LocalServer } from './assignment-place.ts';
import { assignmentAt } from './propose-assignment.ts';

/** Only tokens outlive the certificate that signed them (domain facts 7.3). */
export function sayRollWithoutUse(run: CommandRun, uses: readonly CertificateUse[]): void {
  const others = uses.filter((use) => !isRolledForTokens(use));
  if (others.length > 0) run.verbose(`Rolling makes no difference for the type "${others.join(',')}".`);
}

/** What is to be staged where; `before` is what is assigned so far. */
interface Staging {
  readonly thumbprint: string;
  readonly places: readonly AssignmentPlace[];
  readonly before: readonly Assignment[];
  readonly effective: Date | undefined;
}

/** A certificate that is staged has to take over before its predecessor ends (domain facts 7.3). */
export async function warnOfDates(deps: Deps, run: CommandRun, server: LocalServer, staging: Staging): Promise<void> {
  const { places, before, effective } = staging;
  if (effective === undefined || effective <= deps.clock.now()) return;
  for (const place of places) {
    const current = assignmentAt(before, place);
    const inUse = current && thumbprintInEffect(current, deps.clock.now());
    if (current === undefined || inUse === undefined) {
      const date = run.formatDate(effective);
      run.warning(`No certificate is in use for the type "${place.use}": it has none until ${date}.`);
    } else if (inUse === staging.thumbprint) {
      run.warning(
        `The certificate "${inUse}" is in use for the type "${place.use}" already. The effective date changes nothing.`,
      );
    } else await warnOfLeadTime(deps, run, { ...server.scope, machine: current.machine }, { place, inUse, effective });
  }
}

async function warnOfLeadTime(
  deps: Deps,
  run: CommandRun,
  scope: StoreScope,
  { place, inUse, effective }: { readonly place: AssignmentPlace; readonly inUse: string; readonly effective: Date },
): Promise<void> {
  const entry = await deps.openState().certificates.find(scope, inUse, 'My');
  if (entry === undefined) return;
  const warning = leadTimeWarning(place.use, effective, (await deps.reader()).read(entry.certificate).notAfter);
  if (warning !== undefined) run.warning(warning);
}
