/** Why a certificate was revoked, with the number a revocation list gives it (RFC 5280 5.3.1). */
const REASON_CODES = {
  unspecified: 0,
  keyCompromise: 1,
  caCompromise: 2,
  affiliationChanged: 3,
  superseded: 4,
  cessationOfOperation: 5,
  certificateHold: 6,
} as const;

export type RevocationReason = keyof typeof REASON_CODES;

export const REVOCATION_REASONS: readonly RevocationReason[] = [
  'unspecified',
  'keyCompromise',
  'caCompromise',
  'affiliationChanged',
  'superseded',
  'cessationOfOperation',
  'certificateHold',
];

export function reasonCode(reason: RevocationReason): number {
  return REASON_CODES[reason];
}

/** Finds a reason by name in any case. */
export function parseRevocationReason(text: string): RevocationReason | undefined {
  return REVOCATION_REASONS.find((reason) => reason.toLowerCase() === text.trim().toLowerCase());
}
