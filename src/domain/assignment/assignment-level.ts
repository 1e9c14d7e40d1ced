import type { CertificateUse } from '../certificate-use.ts';
import { commandError } from '../errors/catalogue.ts';
import type { AssignmentLevel } from './assignment.ts';

/** Uses whose certificate is one for the whole deployment, whatever -Identity says (domain facts 1.1 and 1.4). */
const GLOBAL_USES: ReadonlySet<CertificateUse> = new Set(['OAuthTokenIssuer']);

/** What -Identity names; undefined: it was not given. Throws IdentityNotKnown. */
export function levelOfIdentity(identity: string | undefined): AssignmentLevel | undefined {
  if (identity === undefined) return undefined;
  if (identity.trim().toLowerCase() === 'global') return 'global';
  throw commandError('IdentityNotKnown', { identity }, { target: identity });
}

/** Where a use is assigned: -Identity Global takes any use there (inferred), OAuthTokenIssuer is there without it. */
export function levelOfUse(use: CertificateUse, named: AssignmentLevel | undefined): AssignmentLevel {
  return named ?? (GLOBAL_USES.has(use) ? 'global' : 'computer');
}
