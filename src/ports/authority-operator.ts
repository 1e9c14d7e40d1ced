import type { BookDisposition, BookLine } from '../domain/authority/book-entry.ts';
import type { RevocationReason } from '../domain/authority/revocation-reason.ts';
import type { CertificateAuthority } from './certificate-authority.ts';

/** Why a certificate manager denies a request. */
export interface Denial {
  /** Unsigned. */
  readonly hresult: number;
  readonly message: string;
}

/**
 * The side of a CA that its certificate manager uses. Each change is durable when its promise
 * resolves. Errors: `EmulatedRequestNotFound`, `EmulatedRequestSettled` where the request's disposition does not allow
 * it, `CertificationAuthorityMisconfigured`.
 */
export interface AuthorityOperator {
  /** Ascending by number; all, or those of one disposition. */
  requests(disposition?: BookDisposition): Promise<readonly BookLine[]>;
  request(requestNumber: number): Promise<BookLine>;
  /** Issues what is pending, valid from now; `by` is who approves. Policy may still deny it. */
  approve(requestNumber: number, by: string): Promise<BookLine>;
  deny(requestNumber: number, denial: Denial): Promise<BookLine>;
  revoke(requestNumber: number, reason: RevocationReason, by: string): Promise<BookLine>;
  /** DER of a fresh revocation list, signed by the CA. */
  revocationList(): Promise<Uint8Array>;
  /** Forgets books, key and certificate; the next use begins a new CA. */
  reset(): Promise<void>;
}

/** Optional: a CA whose operator's side is in reach, as an embedded one's is. */
export interface OperatedAuthority {
  readonly operator: AuthorityOperator;
}

/** Tells whether a CA has the capability `OperatedAuthority`. */
export function isOperated(authority: CertificateAuthority): authority is CertificateAuthority & OperatedAuthority {
  return 'operator' in authority;
}
