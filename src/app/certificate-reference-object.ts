import type { CertificateReference } from '../domain/request/certificate-reference.ts';
import type { CertificateFacts } from '../ports/certificate-reader.ts';

/** A certificate that no service uses yet as the object that -New and -Retrieve put out. */
export function asCertificateReference(facts: CertificateFacts, use: string): CertificateReference {
  return {
    issuer: facts.issuer,
    notAfter: facts.notAfter,
    notBefore: facts.notBefore,
    serialNumber: facts.serialNumber,
    subject: facts.subject,
    alternativeNames: facts.alternativeNames,
    thumbprint: facts.thumbprint,
    effectiveDate: undefined,
    previousThumbprint: '',
    updateTime: undefined,
    use,
    sourceScope: '',
  };
}
