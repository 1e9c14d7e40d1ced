import { checkNotPassed, checkRoll } from '../../domain/assignment/effective-date.ts';
import { readThumbprint } from '../../domain/assignment/thumbprint.ts';
import { checkUses } from '../parameter-values.ts';
import {
  type AssignmentChoice,
  type AssignmentParameters,
  checkAssignmentParameters,
} from './assignment-parameters.ts';

/** Bound parameters of Set-CsCertificate; -Reference as far as it matters here (domain facts 7.3). */
export interface SetCertificateParameters extends AssignmentParameters {
  readonly Reference?: { readonly thumbprint: string; readonly use: string };
  readonly Thumbprint?: string;
  /** ISO 8601, UTC. */
  readonly EffectiveDate?: string;
  readonly Roll?: boolean;
}

/** What Set-CsCertificate is to assign, after all checks that need neither topology nor store. */
export interface CheckedSet extends AssignmentChoice {
  readonly thumbprint: string;
  /** From when; undefined: at once. */
  readonly effective: Date | undefined;
  readonly roll: boolean;
}

/** The uses of a reference stand in for -Type. Throws the errors of `assignment-errors` about parameters. */
export function checkSetParameters(
  parameters: SetCertificateParameters,
  { now, formatDate }: { readonly now: Date; readonly formatDate: (date: Date) => string },
): CheckedSet {
  const choice = checkAssignmentParameters(parameters);
  const { Reference, Thumbprint, EffectiveDate, Roll } = parameters;
  const effective = EffectiveDate === undefined ? undefined : new Date(EffectiveDate);
  const roll = Roll === true;
  checkRoll(roll, effective);
  checkNotPassed(effective, now, formatDate);
  return {
    thumbprint: readThumbprint(Reference?.thumbprint ?? Thumbprint ?? ''),
    uses: choice.uses ?? usesOfReference(Reference?.use ?? ''),
    level: choice.level,
    effective,
    roll,
  };
}

function usesOfReference(use: string) {
  const names = use.split(',').filter((name) => name.trim() !== '');
  return names.length === 0 ? undefined : checkUses(names);
}
