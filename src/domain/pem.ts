const COLUMNS = 64;
const LINE_END = '\r\n';

/** Labels of a PKCS#10 file: certreq's own, and RFC 7468's (domain facts 4.5, header text). */
const REQUEST_LABELS = ['NEW CERTIFICATE REQUEST', 'CERTIFICATE REQUEST'];

/** PEM as certreq writes it: lines of 64 columns that end in CR LF, the last one included. */
export function encodePem(label: string, der: Uint8Array): string {
  const body = toBase64(der).match(new RegExp(`.{1,${COLUMNS}}`, 'g')) ?? [];
  return [`-----BEGIN ${label}-----`, ...body, `-----END ${label}-----`, ''].join(LINE_END);
}

/** The request file of `-Output`. */
export function encodeRequestPem(der: Uint8Array): string {
  return encodePem('NEW CERTIFICATE REQUEST', der);
}

/** DER of the first certificate request in a text, under either label, or undefined where there is none. */
export function readRequestPem(text: string): Uint8Array | undefined {
  for (const label of REQUEST_LABELS) {
    const der = readPem(label, text);
    if (der !== undefined) {
      return der;
    }
  }
  return undefined;
}

/** DER of the first block with this label; text around it and any line ends are accepted, broken base64 is not. */
export function readPem(label: string, text: string): Uint8Array | undefined {
  const begin = text.indexOf(`-----BEGIN ${label}-----`);
  const end = text.indexOf(`-----END ${label}-----`, begin);
  if (begin === -1 || end === -1) {
    return undefined;
  }
  const body = text.slice(begin + `-----BEGIN ${label}-----`.length, end).replace(/\s+/g, '');
  return body.length % 4 === 0 && /^[A-Za-z0-9+/]+={0,2}$/.test(body) ? fromBase64(body) : undefined;
}

function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}

function fromBase64(text: string): Uint8Array {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
