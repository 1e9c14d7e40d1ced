import type { BookDecision, BookEntry, BookRequest, Revocation } from '../../../domain/authority/book-entry.ts';
import type { Denial } from '../../../ports/authority-operator.ts';
import { thumbprint } from '../../x509/digests.ts';

export interface IssuedContent {
  /** DER. */
  readonly certificate: Uint8Array;
  /** Big-endian. */
  readonly serialNumber: Uint8Array;
  readonly warnings: readonly string[];
}

const NOTHING_ISSUED = {
  warnings: [],
  certificate: undefined,
  serialNumber: undefined,
  thumbprint: undefined,
  revocation: undefined,
};

/** Certificate authorities 2.1. */
export function pendingDecision(): BookDecision {
  return {
    ...NOTHING_ISSUED,
    disposition: 'pending',
    hresult: 0,
    message: 'Taken Under Submission',
    resolvedWhen: undefined,
  };
}

export function deniedDecision({ hresult, message }: Denial, when: Date): BookDecision {
  return { ...NOTHING_ISSUED, disposition: 'denied', hresult, message, resolvedWhen: when };
}

export function issuedDecision(content: IssuedContent, when: Date, message = 'Issued'): BookDecision {
  const { certificate, serialNumber, warnings } = content;
  return {
    disposition: 'issued',
    hresult: 0,
    message,
    warnings,
    certificate,
    serialNumber: Buffer.from(serialNumber).toString('hex').toUpperCase(),
    thumbprint: thumbprint(certificate),
    resolvedWhen: when,
    revocation: undefined,
  };
}

/** What was issued, taken back. */
export function revokedDecision(issued: BookDecision, revocation: Revocation, message: string): BookDecision {
  return { ...issued, disposition: 'revoked', message, resolvedWhen: revocation.when, revocation };
}

/** A row; only a pending one keeps the request, so that it can still be issued. */
export function bookEntry(request: BookRequest, der: Uint8Array, decision: BookDecision): BookEntry {
  return { ...request, ...decision, request: decision.disposition === 'pending' ? der : undefined };
}
