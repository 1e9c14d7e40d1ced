import { commandError } from '../domain/errors/catalogue.ts';
import type { IssuedMaterial } from '../domain/request/request-change.ts';
import type { StoredRequest } from '../domain/request/stored-request.ts';
import type { Issued } from '../domain/request/verdict.ts';
import type { CertificateFacts, CertificateReader } from '../ports/certificate-reader.ts';

/**
 * Checks that a CA's answer is for this request, and sorts its chain into the stores: a self-signed certificate into
 * Root, others into CA. A certificate for another key is refused and nothing of the answer is kept.
 */
export function issuedMaterial(
  reader: CertificateReader,
  stored: StoredRequest,
  facts: CertificateFacts,
  verdict: Issued,
): IssuedMaterial {
  if (facts.spkiSha256 !== stored.spkiSha256 || facts.isCa) {
    throw commandError('CertificateNotForRequest', { config: stored.ca, thumbprint: facts.thumbprint });
  }
  return {
    caRequestId: verdict.caRequestId,
    disposition: { hresult: 0, message: 'Issued' },
    certificate: verdict.certificate,
    chain: verdict.chain.map((certificate) => {
      const { issuer, subject } = reader.read(certificate);
      return { store: issuer === subject ? 'Root' : 'CA', certificate };
    }),
  };
}
