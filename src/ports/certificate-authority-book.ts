import type {
  AuthorityIdentity,
  BookDecision,
  BookDisposition,
  BookEntry,
  BookLine,
  BookStep,
  NumberedBookEntry,
  Replaced,
  RevocationListContent,
} from '../domain/authority/book-entry.ts';

/**
 * The books of one embedded CA. Every promise resolves only when the change is durable. `issuer` is the DER of the CA
 * certificate that the caller works with: a book that was reset meanwhile takes nothing that was signed with it.
 */
export interface CertificateAuthorityBook {
  identity(): Promise<AuthorityIdentity | undefined>;
  /** Keeps the identity unless there already is one; gives back the one that is kept, the same to all who come. */
  keepIdentity(candidate: AuthorityIdentity): Promise<AuthorityIdentity>;
  /** Takes the next request number and writes the row, in one transaction. */
  enter(entry: BookEntry, issuer: Uint8Array): Promise<NumberedBookEntry | Replaced>;
  /** Compare and swap; undefined where there is no such row. */
  decide(
    requestNumber: number,
    from: BookDisposition,
    decision: BookDecision,
    issuer: Uint8Array,
  ): Promise<BookStep | Replaced | undefined>;
  find(requestNumber: number): Promise<NumberedBookEntry | undefined>;
  /** The newest row of a request with this digest. */
  findByDigest(requestSha256: string): Promise<NumberedBookEntry | undefined>;
  /** Ascending by number; all, or those of one disposition. */
  list(disposition?: BookDisposition): Promise<readonly BookLine[]>;
  /** Counts one more poll of a request; the row with it, or undefined where there is none. */
  countPoll(requestNumber: number): Promise<NumberedBookEntry | undefined>;
  /** Counts one more submission under `counter`; how many there are with it. */
  countSubmission(counter: string): Promise<number>;
  /** Takes the next number of a revocation list and all that stands on it, in one transaction. */
  takeRevocationList(issuer: Uint8Array): Promise<RevocationListContent | Replaced>;
  /** Removes rows, key, certificate and counts. Numbers go on, so that an old one never means another request. */
  reset(): Promise<void>;
}

/** The books of all embedded CAs: one a deployment id and configuration string, the latter compared without case. */
export interface CertificateAuthorityBooks {
  /** Touches nothing yet: the first call of one of the book's methods does. */
  open(deploymentId: string, config: string): CertificateAuthorityBook;
}
