const PEM_CERTIFICATE = '-----BEGIN CERTIFICATE-----';
const STORE_DOCUMENT = '{ "format": ';

/** Bytes from a file's beginning that tell what it is. */
export const HEAD_LENGTH = 64;

/**
 * Tells whether a file is what an export writes: PEM that begins with a certificate, DER of a certificate or of a
 * PKCS #12 file, the store's document, or nothing. A lone private key, a database or a deployment is somebody's own.
 */
export function isEarlierExport(head: Uint8Array): boolean {
  const text = Buffer.from(head).toString('latin1');
  return text === '' || text.startsWith(PEM_CERTIFICATE) || text.startsWith(STORE_DOCUMENT) || isDerExport(head);
}

/**
 * A certificate is a SEQUENCE that begins with a SEQUENCE, a PKCS #12 file one that begins with the version 3 (RFC 7292
 * 4); the private keys of PKCS #1, PKCS #8 and SEC 1 begin with 0 or 1.
 */
function isDerExport(head: Uint8Array): boolean {
  const length = head[1] ?? 0;
  if (head[0] !== 0x30 || length < 0x80) return false;
  const content = head.subarray(2 + (length & 0x7f));
  return content[0] === 0x30 || (content[0] === 0x02 && content[1] === 1 && content[2] === 3);
}
