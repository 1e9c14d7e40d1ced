import type { RevocationReason } from './revocation-reason.ts';

/** Where a request stands in the books of an embedded CA. */
export type BookDisposition = 'pending' | 'issued' | 'denied' | 'revoked';

export const BOOK_DISPOSITIONS: readonly BookDisposition[] = ['pending', 'issued', 'denied', 'revoked'];

export interface Revocation {
  readonly reason: RevocationReason;
  readonly when: Date;
}

/** What was asked, by whom and when; none of it changes later. */
export interface BookRequest {
  /** SHA-256 of the PKCS#10, lower-case hexadecimal. */
  readonly requestSha256: string;
  /** Text form, most specific first; empty where the request could not be read. */
  readonly subject: string;
  readonly alternativeNames: readonly string[];
  readonly template: string;
  readonly requester: string;
  readonly when: Date;
}

/** What the CA has decided. */
export interface BookDecision {
  readonly disposition: BookDisposition;
  /** Unsigned; 0 unless denied. */
  readonly hresult: number;
  readonly message: string;
  /** What differs from the request, one sentence each. */
  readonly warnings: readonly string[];
  /** DER, once issued. */
  readonly certificate: Uint8Array | undefined;
  /** Upper-case hexadecimal, once issued; unique in one book. */
  readonly serialNumber: string | undefined;
  /** SHA-1 of the certificate, 40 upper-case hexadecimal digits. */
  readonly thumbprint: string | undefined;
  /** When it was issued, denied or revoked; undefined while pending. */
  readonly resolvedWhen: Date | undefined;
  readonly revocation: Revocation | undefined;
}

export interface BookEntry extends BookRequest, BookDecision {
  /** PKCS#10, DER: kept while pending, so that it can still be issued. */
  readonly request: Uint8Array | undefined;
}

export interface NumberedBookEntry extends BookEntry {
  /** From 1, ascending, never used twice in one book. */
  readonly requestNumber: number;
  /** How often its polls were counted. */
  readonly polls: number;
}

/** A row as a list shows it. */
export type BookLine = Omit<NumberedBookEntry, 'request' | 'certificate' | 'warnings' | 'polls'>;

/** The key and certificate of an embedded CA. */
export interface AuthorityIdentity {
  /** Encrypted PKCS#8, PEM. */
  readonly protectedKey: string;
  /** DER of the self-signed certificate. */
  readonly certificate: Uint8Array;
}

export interface RevokedCertificate extends Revocation {
  /** Upper-case hexadecimal. */
  readonly serialNumber: string;
}

/** What stands on a revocation list, and the list's number. */
export interface RevocationListContent {
  readonly number: number;
  readonly revoked: readonly RevokedCertificate[];
}

/** `applied` is false where the row was no longer in the expected disposition; `entry` is how it is now. */
export interface BookStep {
  readonly applied: boolean;
  readonly entry: NumberedBookEntry;
}

/** The book belongs to another CA certificate by now, and nothing was written. */
export type Replaced = 'replaced';
