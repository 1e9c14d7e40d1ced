import type { CertificateUse } from '../certificate-use.ts';

/** Where an assignment holds: one computer, or the whole deployment (domain facts 1.2, "Location"). */
export type AssignmentLevel = 'computer' | 'global';

/** What is assigned to: a use, at its level. */
export interface AssignmentPlace {
  readonly level: AssignmentLevel;
  readonly use: CertificateUse;
}

/** Which certificate a use has. The product keeps one current and one previous certificate a use (domain facts 7.3). */
export interface Assignment extends AssignmentPlace {
  /** 40 upper-case hexadecimal digits. */
  readonly thumbprint: string;
  readonly previousThumbprint: string | undefined;
  /** From when the certificate is used; until then the previous one is. Undefined: at once. */
  readonly effectiveWhen: Date | undefined;
  /** In whose store the certificate is: for the global level the machine that assigned it. */
  readonly machine: string;
}

/** What a command wants a use to have. */
export interface WantedAssignment {
  readonly thumbprint: string;
  readonly effectiveWhen: Date | undefined;
  readonly machine: string;
}

/** The certificate that services use at a moment; undefined while a first one is not effective yet. */
export function thumbprintInEffect(assignment: Assignment, at: Date): string | undefined {
  const { effectiveWhen, thumbprint, previousThumbprint } = assignment;
  return effectiveWhen === undefined || effectiveWhen <= at ? thumbprint : previousThumbprint;
}

/**
 * The assignment that follows `before`: the certificate in effect at `at` becomes the previous one, so that a staged
 * certificate that is replaced before its date was never anybody's predecessor (inferred from the staging pages).
 * Assigning the certificate that is there already keeps its predecessor; a date does not take it out of effect.
 */
export function nextAssignment(
  before: Assignment | undefined,
  place: AssignmentPlace,
  wanted: WantedAssignment,
  at: Date,
): Assignment {
  const inEffect = before === undefined ? undefined : thumbprintInEffect(before, at);
  const isInEffect = inEffect === wanted.thumbprint;
  const previousThumbprint = isInEffect ? before?.previousThumbprint : inEffect;
  return {
    ...place,
    ...wanted,
    effectiveWhen: isInEffect ? undefined : wanted.effectiveWhen,
    previousThumbprint: previousThumbprint === wanted.thumbprint ? undefined : previousThumbprint,
  };
}

/**
 * The assignment without its current certificate: nothing, or the certificate in effect where the current one was only
 * staged (inferred).
 */
export function withoutCurrent(before: Assignment, at: Date): Assignment | undefined {
  const inEffect = thumbprintInEffect(before, at);
  if (inEffect === undefined || inEffect === before.thumbprint) return undefined;
  return { ...before, thumbprint: inEffect, previousThumbprint: undefined, effectiveWhen: undefined };
}

/** The assignment without its previous certificate, also where that one is in effect until its successor's date. */
export function withoutPrevious(before: Assignment): Assignment {
  return { ...before, previousThumbprint: undefined };
}
