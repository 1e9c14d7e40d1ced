import type { Assignment } from '../domain/assignment/assignment.ts';
import type { CertificateReference } from '../domain/request/certificate-reference.ts';
import type { CertificateFacts } from '../ports/certificate-reader.ts';

/** A certificate as the object that the cmdlets put out: without an assignment as -New does, with one as Get does. */
export function asCertificateReference(
  facts: CertificateFacts,
  use: string,
  assignment?: Pick<Assignment, 'effectiveWhen' | 'previousThumbprint'>,
): CertificateReference {
  return {
    issuer: facts.issuer,
    notAfter: facts.notAfter,
    notBefore: facts.notBefore,
    serialNumber: facts.serialNumber,
    subject: facts.subject,
    alternativeNames: facts.alternativeNames,
    thumbprint: facts.thumbprint,
    effectiveDate: assignment?.effectiveWhen,
    previousThumbprint: assignment?.previousThumbprint ?? '',
    updateTime: undefined,
    use,
    sourceScope: '',
  };
}
