import type { Verdict } from '../../../domain/request/verdict.ts';
import type { BookEntry, NumberedBookEntry } from '../../../ports/certificate-authority-book.ts';
import type { Refusal } from './refusal.ts';

/** What every row of the book says, whatever was decided. */
export type EntryHeading = Pick<BookEntry, 'requestSha256' | 'template' | 'requester' | 'when'>;

export interface IssuedContent {
  /** DER. */
  readonly certificate: Uint8Array;
  /** Big-endian. */
  readonly serialNumber: Uint8Array;
  readonly warnings: readonly string[];
}

export function deniedEntry(heading: EntryHeading, { hresult, message }: Refusal): BookEntry {
  const nothingIssued = { warnings: [], certificate: undefined, serialNumber: undefined };
  return { ...heading, ...nothingIssued, disposition: 'denied', hresult, message };
}

export function issuedEntry(heading: EntryHeading, { certificate, serialNumber, warnings }: IssuedContent): BookEntry {
  const serial = Buffer.from(serialNumber).toString('hex').toUpperCase();
  const issued = { certificate, serialNumber: serial, warnings };
  return { ...heading, ...issued, disposition: 'issued', hresult: 0, message: 'Issued' };
}

/** The answer that a row stands for; the same one whenever it is asked for again. */
export function verdictOf(entry: NumberedBookEntry, rootCertificate: Uint8Array): Verdict {
  const caRequestId = String(entry.requestNumber);
  const { certificate, hresult, message, warnings } = entry;
  return certificate === undefined
    ? { kind: 'denied', caRequestId, hresult, message }
    : { kind: 'issued', caRequestId, certificate, chain: [rootCertificate], warnings };
}
