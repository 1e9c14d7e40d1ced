import { type KeyObject, sign } from 'node:crypto';
import { type CertificateFields, certificateBody, signedCertificate } from '../../x509/certificate-body.ts';
import { toBytes } from '../../x509/der.ts';

/** Signs a certificate with an RSA key and SHA-256; gives its DER. */
export function signCertificate(fields: CertificateFields, issuerKey: KeyObject): Uint8Array {
  const body = certificateBody(fields, 'RSA');
  return signedCertificate(body, 'RSA', sign('sha256', toBytes(body), issuerKey));
}
