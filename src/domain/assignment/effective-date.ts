import type { CertificateUse } from '../certificate-use.ts';
import { commandError } from '../errors/catalogue.ts';

const HOUR = 3_600_000;

/** How long before the end of its predecessor a rolled certificate has to take over: the life of its tokens (domain facts 7.3). */
const LEAD_HOURS: { readonly [Use in CertificateUse]?: number } = {
  AudioVideoAuthentication: 8,
  OAuthTokenIssuer: 24,
};

/** Whether services go on accepting what the certificate before has signed. */
export function isRolledForTokens(use: CertificateUse): boolean {
  return LEAD_HOURS[use] !== undefined;
}

/** Throws RollNeedsEffectiveDate, as the page says that the command fails. */
export function checkRoll(roll: boolean, effective: Date | undefined): void {
  if (roll && effective === undefined) throw commandError('RollNeedsEffectiveDate', {});
}

/** Scripts give `(Get-Date)` for at once, and a date may pass while a script runs; an older one is a mistake (inferred). */
const PASSED_AT_MOST = 24 * HOUR;

/** A date that has long passed cannot be meant. Throws EffectiveDatePassed. */
export function checkNotPassed(effective: Date | undefined, at: Date, format: (date: Date) => string): void {
  if (effective === undefined || effective.getTime() > at.getTime() - PASSED_AT_MOST) return;
  const date = format(effective);
  throw commandError('EffectiveDatePassed', { date }, { target: date });
}

/** A certificate serves only within its validity. Throws CertificateNotValid. */
export function checkValidity(
  {
    thumbprint,
    notBefore,
    notAfter,
  }: { readonly thumbprint: string; readonly notBefore: Date; readonly notAfter: Date },
  { effective, now }: { readonly effective: Date | undefined; readonly now: Date },
  format: (date: Date) => string,
): void {
  const later = effective !== undefined && effective > now ? effective : undefined;
  const from = later ?? now;
  if (notBefore <= from && from < notAfter) return;
  throw commandError(
    'CertificateNotValid',
    { thumbprint, notBefore: format(notBefore), notAfter: format(notAfter), effective: later && format(later) },
    { target: thumbprint },
  );
}

/** The warning about a successor that comes too late for tokens that its predecessor has signed. */
export function leadTimeWarning(use: CertificateUse, effective: Date, predecessorEnds: Date): string | undefined {
  const hours = LEAD_HOURS[use];
  if (hours === undefined || effective.getTime() <= predecessorEnds.getTime() - hours * HOUR) return undefined;
  return `The certificate for the type "${use}" becomes effective less than ${hours} hours before the one in use expires. Tokens that were issued until then may not be accepted; specify an earlier date with -EffectiveDate.`;
}
