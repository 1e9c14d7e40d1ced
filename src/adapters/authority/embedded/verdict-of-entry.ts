import type { NumberedBookEntry } from '../../../domain/authority/book-entry.ts';
import type { Denied, Misconfigured, Unreachable, Verdict } from '../../../domain/request/verdict.ts';

/** The answer that a row stands for; the same one whenever it is asked for again. */
export function verdictOfEntry(entry: NumberedBookEntry, rootCertificate: Uint8Array): Verdict {
  const caRequestId = String(entry.requestNumber);
  const { certificate, hresult, message, warnings } = entry;
  switch (entry.disposition) {
    case 'pending':
      return { kind: 'wait', caRequestId, cookie: '', earliestNextPoll: entry.when, message };
    case 'denied':
      return { kind: 'denied', caRequestId, hresult, message };
    case 'revoked':
      return { kind: 'revoked', caRequestId, message };
    case 'issued':
      return certificate === undefined
        ? { kind: 'misconfigured', reason: 'Its book has lost the certificate.' }
        : { kind: 'issued', caRequestId, certificate, chain: [rootCertificate], warnings };
  }
}

/** The words of AD CS for a number that it does not have (certificate authorities 2.1). */
export function unknownNumber(caRequestId: string): Denied {
  const message = 'The requested property value is empty. 0x80094004 (-2146877436 CERTSRV_E_PROPERTY_EMPTY)';
  return { kind: 'denied', caRequestId, hresult: 0x80094004, message };
}

export const UNREACHABLE: Unreachable = {
  kind: 'unreachable',
  reason: 'The RPC server is unavailable. 0x800706ba (WIN32: 1722 RPC_S_SERVER_UNAVAILABLE)',
};

/** Whichever of the two: nothing that it signed now would be valid. */
export const NOT_VALID_NOW: Misconfigured = {
  kind: 'misconfigured',
  reason: 'Its own certificate has expired, or by the clock of this computer is not valid yet.',
};
