import type { RequestChange } from '../../domain/request/request-change.ts';
import type { Disposition } from '../../domain/request/stored-request.ts';
import type { Refusal } from '../../domain/request/verdict-error.ts';

/** What a row keeps of a refusal. */
export function refusalChange(verdict: Refusal): RequestChange {
  const disposition = refusalDisposition(verdict);
  return 'caRequestId' in verdict ? { caRequestId: verdict.caRequestId, disposition } : { disposition };
}

function refusalDisposition(verdict: Refusal): Disposition {
  switch (verdict.kind) {
    case 'denied':
      return { hresult: verdict.hresult, message: verdict.message };
    case 'revoked':
      return { hresult: 0, message: verdict.message };
    case 'refused-credentials':
      return { hresult: 0x80070005, message: 'The CA refused the credentials.' };
    default:
      return { hresult: 0, message: verdict.reason };
  }
}
