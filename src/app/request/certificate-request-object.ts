import { namedHresult } from '../../domain/authority/denial-codes.ts';
import type { CertificateRequest } from '../../domain/request/certificate-request.ts';
import { REQUEST_STATES, type RequestState } from '../../domain/request/request-state.ts';
import type { StoredRequest } from '../../domain/request/stored-request.ts';

/** A stored request as the object that -List, an offline and a pending -New put out. */
export function asCertificateRequest(
  stored: StoredRequest,
): { readonly kind: 'CertificateRequest' } & CertificateRequest {
  return {
    kind: 'CertificateRequest',
    requestId: stored.requestId,
    requestStatus: REQUEST_STATES[stored.state].status,
    certificateUses: stored.uses.join(','),
    ca: stored.ca,
    caRequestId: stored.caRequestId,
    subject: stored.subject,
    alternativeNames: stored.alternativeNames,
    friendlyName: stored.friendlyName,
    output: stored.output,
    submittedWhen: stored.preparedBy.at,
    updatedWhen: stored.updatedBy.at,
    requester: stored.preparedBy.osUser,
    disposition: dispositionText(stored),
    nextStep: nextStep(stored),
  };
}

function dispositionText({ disposition }: StoredRequest): string {
  if (disposition === undefined) return '';
  return disposition.hresult === 0
    ? disposition.message
    : `${disposition.message} (${namedHresult(disposition.hresult)})`;
}

/** One sentence a state: what the person who reads the list can do. */
const NEXT_STEPS: Readonly<Record<RequestState, (id: number, stored: StoredRequest) => string>> = {
  prepared: (id) => `Not submitted; remove it with Request-CsCertificate -Clear -RequestId ${id}.`,
  submitting: (id) => `The answer of the CA is not known yet; run Request-CsCertificate -Retrieve -RequestId ${id}.`,
  pending: (id) => `Wait for the CA, then run Request-CsCertificate -Retrieve -RequestId ${id}.`,
  issued: (id) => `Import the certificate with Request-CsCertificate -Retrieve -RequestId ${id}.`,
  imported: () => 'Nothing; the certificate is in the store.',
  denied: (id) => `Denied; run Request-CsCertificate -Retrieve or -Clear -RequestId ${id}.`,
  revoked: (id) => `Revoked; remove it with Request-CsCertificate -Clear -RequestId ${id}.`,
  offline: (id, { output }) =>
    `Take the file "${output}" to a CA and import its answer with Import-CsCertificate -Path, or remove the request with Request-CsCertificate -Clear -RequestId ${id}.`,
  unknown: (id) => `Ask the CA's administrator what became of it; remove it with -Clear -RequestId ${id}.`,
  cleared: () => 'Nothing; the request was removed.',
  failed: () => 'Nothing; the request failed and its key was destroyed.',
};

function nextStep(stored: StoredRequest): string {
  return NEXT_STEPS[stored.state](stored.requestId, stored);
}
