import { createHash } from 'node:crypto';

/** Lower-case hexadecimal. */
export function sha256Hex(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** SHA-1, 40 upper-case hexadecimal digits: what Windows calls the thumbprint of a certificate. */
export function thumbprint(certificate: Uint8Array): string {
  return createHash('sha1').update(certificate).digest('hex').toUpperCase();
}

/** Key identifier of the bits of a public key (RFC 5280 4.2.1.2, method 1). */
export function keyIdentifier(publicKeyBits: Uint8Array): Uint8Array {
  return createHash('sha1').update(publicKeyBits).digest();
}
