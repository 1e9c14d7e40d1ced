import type { CertificateAuthorityConfiguration } from '../../../domain/deployment/deployment.ts';
import { encoded } from '../../x509/der.ts';
import { keyIdentifier } from '../../x509/digests.ts';
import {
  authorityInformationAccess,
  authorityKeyIdentifier,
  comment,
  crlDistributionPoint,
  type Extension,
  extendedKeyUsage,
  keyUsage,
  subjectKeyIdentifier,
  templateName,
} from '../../x509/extensions.ts';
import { OID } from '../../x509/object-identifiers.ts';
import { signCertificate } from './certificate-der.ts';
import { EMULATION_COMMENT } from './emulation-comment.ts';
import type { IssuingIdentity } from './issuing-identity.ts';
import type { ReceivedRequest } from './received-request.ts';
import type { Grant } from './template-policy.ts';
import type { Validity } from './validity.ts';

export interface IssuingTerms {
  readonly request: ReceivedRequest;
  readonly grant: Grant;
  readonly validity: Validity;
  /** Big-endian. */
  readonly serialNumber: Uint8Array;
}

/** Signs the certificate that a grant describes; gives its DER. Subject, key and names come from the request. */
export function issueCertificate(
  identity: IssuingIdentity,
  authority: CertificateAuthorityConfiguration,
  { request, grant, validity, serialNumber }: IssuingTerms,
): Uint8Array {
  const fields = {
    serialNumber,
    issuer: encoded(identity.name),
    notBefore: validity.notBefore,
    notAfter: validity.notAfter,
    subject: encoded(grant.subject),
    publicKey: encoded(request.spki),
    extensions: certificateExtensions(identity, authority, request, grant),
  };
  return signCertificate(fields, identity.key);
}

function certificateExtensions(
  identity: IssuingIdentity,
  { crlDistributionPoint: crlUrl, authorityInformationAccess: issuerUrl }: CertificateAuthorityConfiguration,
  request: ReceivedRequest,
  grant: Grant,
): Extension[] {
  const names = request.alternativeName;
  return [
    keyUsage(grant.keyUsages),
    extendedKeyUsage(grant.extendedKeyUsages),
    subjectKeyIdentifier(keyIdentifier(request.publicKeyBits)),
    ...(names === undefined ? [] : [{ id: OID.subjectAlternativeName, critical: false, value: names }]),
    authorityKeyIdentifier(identity.keyIdentifier),
    ...(crlUrl === undefined ? [] : [crlDistributionPoint(crlUrl)]),
    ...(issuerUrl === undefined ? [] : [authorityInformationAccess(issuerUrl)]),
    templateName(grant.template),
    comment(EMULATION_COMMENT),
  ];
}
