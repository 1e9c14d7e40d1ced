import { AsnConvert } from '@peculiar/asn1-schema';

const SEQUENCE = 0x30;
const LONG_FORM = 0x80;

/**
 * Parses bytes that are one SEQUENCE of a schema class and nothing more. The parser alone would mind neither a wrong
 * outer length nor bytes behind the value. Throws for anything else.
 */
export function parseExactly<T>(der: Uint8Array, schema: new () => T): T {
  if (der[0] !== SEQUENCE || headerLength(der) + contentLength(der) !== der.length) {
    throw new TypeError('not one DER sequence');
  }
  return AsnConvert.parse(der, schema);
}

function headerLength(der: Uint8Array): number {
  return 2 + lengthOctets(der);
}

/** Number of further octets that a long length takes (X.690 8.1.3.5); 0 for a short one. */
function lengthOctets(der: Uint8Array): number {
  const first = der[1] ?? 0;
  return first < LONG_FORM ? 0 : first - LONG_FORM;
}

function contentLength(der: Uint8Array): number {
  const octets = der.subarray(2, headerLength(der));
  return octets.length === 0 ? (der[1] ?? 0) : octets.reduce((length, octet) => length * 256 + octet, 0);
}
