import { type Assignment, type AssignmentPlace, thumbprintInEffect } from '../../domain/assignment/assignment.ts';
import { isRolledForTokens, leadTimeWarning } from '../../domain/assignment/effective-date.ts';
import type { CertificateUse } from '../../domain/certificate-use.ts';
import type { CommandRun } from '../command-run.ts';
import type { Deps } from '../deps.ts';
import type { LocalServer } from './assignment-place.ts';
import { assignmentAt } from './propose-assignment.ts';

/** Only tokens outlive the certificate that signed them (domain facts 7.3). */
export function sayRollWithoutUse(run: CommandRun, uses: readonly CertificateUse[]): void {
  const others = uses.filter((use) => !isRolledForTokens(use));
  if (others.length > 0) run.verbose(`Rolling makes no difference for the type "${others.join(',')}".`);
}

/** A certificate that is staged has to take over before its predecessor ends (domain facts 7.3). */
export async function warnOfDates(
  deps: Deps,
  run: CommandRun,
  { scope }: LocalServer,
  staged: {
    readonly places: readonly AssignmentPlace[];
    readonly before: readonly Assignment[];
    readonly effective: Date | undefined;
  },
): Promise<void> {
  const { places, before, effective } = staged;
  if (effective === undefined) return;
  const { certificates } = deps.openState();
  const reader = await deps.reader();
  for (const place of places) {
    const current = assignmentAt(before, place);
    const inUse = current && thumbprintInEffect(current, deps.clock.now());
    if (current === undefined || inUse === undefined) {
      const date = run.formatDate(effective);
      run.warning(`No certificate is in use for the type "${place.use}": it has none until ${date}.`);
      continue;
    }
    const entry = await certificates.find({ ...scope, machine: current.machine }, inUse, 'My');
    const warning = entry && leadTimeWarning(place.use, effective, reader.read(entry.certificate).notAfter);
    if (warning !== undefined) run.warning(warning);
  }
}
