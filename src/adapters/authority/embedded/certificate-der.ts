import { type KeyObject, sign } from 'node:crypto';
import { bitString, type Der, integer, sequence, tagged, time, toBytes, unsignedInteger } from '../../x509/der.ts';
import { type Extension, encodeExtensions } from '../../x509/extensions.ts';
import { signatureAlgorithm } from '../../x509/signature-algorithm.ts';

export interface CertificateFields {
  /** Big-endian. */
  readonly serialNumber: Uint8Array;
  readonly issuer: Der;
  readonly notBefore: Date;
  readonly notAfter: Date;
  readonly subject: Der;
  readonly publicKey: Der;
  readonly extensions: readonly Extension[];
}

/** Version 3, as X.509 counts from zero. */
const VERSION_3 = 2;

/** Signs a certificate with an RSA key and SHA-256; gives its DER. */
export function signCertificate(fields: CertificateFields, issuerKey: KeyObject): Uint8Array {
  const algorithm = signatureAlgorithm('RSA');
  const body = sequence(
    tagged(0, integer(VERSION_3)),
    unsignedInteger(fields.serialNumber),
    algorithm,
    fields.issuer,
    sequence(time(fields.notBefore), time(fields.notAfter)),
    fields.subject,
    fields.publicKey,
    tagged(3, encodeExtensions(fields.extensions)),
  );
  return toBytes(sequence(body, algorithm, bitString(sign('sha256', toBytes(body), issuerKey))));
}
