import type { Assignment, AssignmentPlace } from '../../domain/assignment/assignment.ts';
import type { ProposedAction } from '../../ports/host.ts';
import type { CommandRun } from '../command-run.ts';
import type { AssignableCertificate } from './assignable-certificate.ts';

/** The step that -WhatIf and -Confirm talk about: for each use, what it has and what it would get. */
export function proposedAssignment(
  run: CommandRun,
  { facts }: AssignableCertificate,
  places: readonly AssignmentPlace[],
  { before, effective }: { readonly before: readonly Assignment[]; readonly effective: Date | undefined },
): ProposedAction {
  const uses = places.map(({ use }) => use).join(',');
  const what = `Assign the certificate "${facts.thumbprint}" (${facts.subject}) for the type "${uses}".`;
  const from = effective === undefined ? '' : ` from ${run.formatDate(effective)} on`;
  const lines = places.map((place) => {
    const old = assignmentAt(before, place)?.thumbprint ?? 'no certificate';
    const where = place.level === 'global' ? ' (global)' : '';
    return `  ${place.use}${where}: ${old} -> ${facts.thumbprint}${from}`;
  });
  return { description: run.context.whatIf ? [what, ...lines].join('\n') : what, query: what, caption: 'Confirm' };
}

/** What a use has at its level. */
export function assignmentAt(
  assignments: readonly Assignment[],
  { level, use }: AssignmentPlace,
): Assignment | undefined {
  return assignments.find((assignment) => assignment.level === level && assignment.use === use);
}
