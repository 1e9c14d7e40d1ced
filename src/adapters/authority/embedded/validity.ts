export interface Validity {
  readonly notBefore: Date;
  readonly notAfter: Date;
}

/** AD CS dates back by its tolerance for clocks that are behind (domain facts 2.1, transcript). */
const CLOCK_SKEW_MINUTES = 10;
const ROOT_YEARS = 10;
const DEFAULT_YEARS = 2;
const REVOCATION_LIST_DAYS = 7;
const MILLISECONDS_A_MINUTE = 60_000;
const MILLISECONDS_A_DAY = 86_400_000;

/** Ten years from ten minutes ago (domain facts 10, root of an embedded CA). */
export function rootValidity(now: Date): Validity {
  const notBefore = backDated(now);
  return { notBefore, notAfter: addYears(notBefore, ROOT_YEARS) };
}

/**
 * `days` from ten minutes ago, or two calendar years without; both ends cut to the CA's own validity, or undefined when
 * nothing is left: that is over, or the clock was set back far behind its beginning.
 */
export function leafValidity(now: Date, days: number | undefined, issuer: Validity): Validity | undefined {
  if (now >= issuer.notAfter) {
    return undefined;
  }
  const start = backDated(now);
  const end =
    days === undefined ? addYears(start, DEFAULT_YEARS) : new Date(start.getTime() + days * MILLISECONDS_A_DAY);
  const notBefore = later(start, issuer.notBefore);
  return end > notBefore ? { notBefore, notAfter: earlier(end, issuer.notAfter) } : undefined;
}

function backDated(now: Date): Date {
  return new Date(now.getTime() - CLOCK_SKEW_MINUTES * MILLISECONDS_A_MINUTE);
}

function addYears(start: Date, years: number): Date {
  const end = new Date(start);
  end.setUTCFullYear(end.getUTCFullYear() + years);
  return end;
}

function later(left: Date, right: Date): Date {
  return left > right ? left : right;
}

function earlier(left: Date, right: Date): Date {
  return left < right ? left : right;
}

/** A week from ten minutes ago, as AD CS publishes its lists. */
export function revocationListValidity(now: Date): { readonly thisUpdate: Date; readonly nextUpdate: Date } {
  return {
    thisUpdate: backDated(now),
    nextUpdate: new Date(now.getTime() + REVOCATION_LIST_DAYS * MILLISECONDS_A_DAY),
  };
}
