import type { KeyAlgorithm } from '../../domain/request/key-algorithm.ts';
import { bitString, type Der, integer, sequence, tagged, time, toBytes, unsignedInteger } from './der.ts';
import { type Extension, encodeExtensions } from './extensions.ts';
import { signatureAlgorithm } from './signature-algorithm.ts';

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

/** The part of a certificate that is signed. */
export function certificateBody(fields: CertificateFields, algorithm: KeyAlgorithm): Der {
  return sequence(
    tagged(0, integer(VERSION_3)),
    unsignedInteger(fields.serialNumber),
    signatureAlgorithm(algorithm),
    fields.issuer,
    sequence(time(fields.notBefore), time(fields.notAfter)),
    fields.subject,
    fields.publicKey,
    tagged(3, encodeExtensions(fields.extensions)),
  );
}

/** DER of the certificate with this body; the signature was made with a key of the algorithm. */
export function signedCertificate(body: Der, algorithm: KeyAlgorithm, signature: Uint8Array): Uint8Array {
  return toBytes(sequence(body, signatureAlgorithm(algorithm), bitString(signature)));
}
