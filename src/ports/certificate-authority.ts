import type { Revocation } from '../domain/authority/book-entry.ts';
import type { LintedRequest } from '../domain/request/linter.ts';
import type { Verdict } from '../domain/request/verdict.ts';

export interface Credentials {
  /** `DOMAIN\user` or `user@domain`, as the caller wrote it. */
  readonly account: string;
  readonly password: string;
}

/** What goes to a CA beside the request itself. */
export interface Submission {
  /** Template name; the default of the product is `WebServer`. */
  readonly template: string;
  /** Undefined: the user who runs the command. */
  readonly credentials: Credentials | undefined;
  /** The user who runs the command, for the CA's book. */
  readonly requester: string;
}

/** A CA that takes requests. It answers with a verdict and does not throw for what a CA may decide. */
export interface CertificateAuthority {
  submit(request: LintedRequest, submission: Submission): Promise<Verdict>;
  /** DER of its own chain: the issuing CA first, the root last. */
  certificates(): Promise<readonly Uint8Array[]>;
}

/** Optional: a CA that can say after a crash whether it has seen a request. */
export interface RequestFinder {
  /**
   * The verdict once given on the request with this SHA-256 (lower-case hexadecimal), or undefined where the request
   * never arrived.
   */
  findByDigest(sha256: string): Promise<Verdict | undefined>;
}

/** Tells whether a CA has the capability `RequestFinder`. */
export function canFindRequests(authority: CertificateAuthority): authority is CertificateAuthority & RequestFinder {
  return 'findByDigest' in authority && typeof authority.findByDigest === 'function';
}

/** Optional: a CA that can be asked again about a request it has taken. */
export interface RequestFollower {
  /** Asks once; what the CA has decided by now. An unknown number is a denial with 0x80094004. */
  poll(ticket: { readonly caRequestId: string; readonly cookie: string }): Promise<Verdict>;
}

/** Tells whether a CA has the capability `RequestFollower`. */
export function canFollowRequests(
  authority: CertificateAuthority,
): authority is CertificateAuthority & RequestFollower {
  return 'poll' in authority && typeof authority.poll === 'function';
}

/** Optional: a CA that says which of its certificates it has revoked, without a list. */
export interface RevocationTeller {
  /** `thumbprint`: 40 upper-case hexadecimal digits. Undefined for what is not revoked, or not its own. */
  revocationOf(thumbprint: string): Promise<Revocation | undefined>;
}

/** Tells whether a CA has the capability `RevocationTeller`. */
export function canTellRevocations(
  authority: CertificateAuthority,
): authority is CertificateAuthority & RevocationTeller {
  return 'revocationOf' in authority && typeof authority.revocationOf === 'function';
}

/** The CAs that a deployment knows, by configuration string (`host\name`, in any case, the host also by its short name). */
export interface CertificateAuthorityDirectory {
  readonly configs: readonly string[];
  find(config: string): CertificateAuthority | undefined;
}
