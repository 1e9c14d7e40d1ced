const COLUMNS = 64;
const LINE_END = '\r\n';

/** PEM as certreq writes it: lines of 64 columns that end in CR LF, the last one included. */
export function encodePem(label: string, der: Uint8Array): string {
  const body = toBase64(der).match(new RegExp(`.{1,${COLUMNS}}`, 'g')) ?? [];
  return [`-----BEGIN ${label}-----`, ...body, `-----END ${label}-----`, ''].join(LINE_END);
}

/** The request file of `-Output`, under certreq's own label (domain facts 4.5, header text). */
export function encodeRequestPem(der: Uint8Array): string {
  return encodePem('NEW CERTIFICATE REQUEST', der);
}

function toBase64(bytes: Uint8Array): string {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
}
