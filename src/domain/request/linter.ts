import { readAsciiDnsName } from '../dns/dns-name.ts';
import { commandError } from '../errors/catalogue.ts';
import { checkDistinguishedName } from '../x500/name-rules.ts';
import { alternativeNamesLength } from './alternative-names-length.ts';
import type { EncodedRequest } from './encoded-request.ts';
import type { RequestPlan } from './request-plan.ts';

/** Bytes of the column in which AD CS keeps an extension's value (domain facts 4.6, SAN). */
const ALTERNATIVE_NAMES_LIMIT = 4096;

class Linted {
  /** Makes the type nominal: no other object can pass for it. */
  readonly #linted = true;
  readonly plan: RequestPlan;
  readonly encoded: EncodedRequest;

  constructor(plan: RequestPlan, encoded: EncodedRequest) {
    this.plan = plan;
    this.encoded = encoded;
  }

  /** For runtime callers that are not type-checked. */
  static is(value: object): value is Linted {
    return #linted in value && value.#linted;
  }
}

/** A request that has passed the linter. Only `lintRequest` makes one, and a CA takes nothing else. */
export type LintedRequest = Linted;

/** Tells whether an object came out of `lintRequest`. */
export const isLintedRequest = Linted.is;

/**
 * Checks what no CA should have to refuse: a valid subject, valid and distinct alternative names, and the size of their
 * extension. Throws `MissingSubjectName`, `InvalidCountry`, `NameAttributeTooLong`, `NameAttributeNotText`,
 * `InvalidDnsName`, `DuplicateAlternativeName`, `AlternativeNamesTooLong`. A key that a template finds too small is the
 * CA's policy and passes here.
 */
export function lintRequest(plan: RequestPlan, encoded: EncodedRequest): LintedRequest {
  checkDistinguishedName(plan.subject);
  checkAlternativeNames(plan.alternativeNames);
  refuseLongerThanLimit(encoded.subjectAlternativeNameLength);
  return new Linted(plan, encoded);
}

/** Throws `AlternativeNamesTooLong` before there is a key, so that -WhatIf does not promise what no CA takes. */
export function foreseeAlternativeNames(names: readonly string[]): void {
  refuseLongerThanLimit(alternativeNamesLength(names));
}

function refuseLongerThanLimit(length: number): void {
  if (length > ALTERNATIVE_NAMES_LIMIT) throw commandError('AlternativeNamesTooLong', {});
}

function checkAlternativeNames(names: readonly string[]): void {
  const seen = new Set<string>();
  for (const name of names) {
    const reading = readAsciiDnsName(name);
    const problem = reading.ok ? differenceProblem(name, reading.name) : reading.problem;
    if (problem !== undefined) {
      throw commandError('InvalidDnsName', { name, problem }, { target: name });
    }
    if (seen.has(name.toLowerCase())) {
      throw commandError('DuplicateAlternativeName', { name }, { target: name });
    }
    seen.add(name.toLowerCase());
  }
}

/** A name with blanks around it or a trailing dot is valid to read, but not to encode. */
function differenceProblem(name: string, read: string): string | undefined {
  return name === read ? undefined : `it has to be written as "${read}"`;
}
