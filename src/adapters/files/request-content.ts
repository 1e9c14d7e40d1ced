const LABEL = '-----(BEGIN|END) (NEW )?CERTIFICATE REQUEST-----';
const PEM_REQUESTS = new RegExp(`^(?:\\s*${LABEL}[A-Za-z0-9+/=\\s]*${LABEL})+\\s*$`);

/** More than any request: a longer file is not looked into. */
export const LONGEST_REQUEST = 1024 * 1024;

/**
 * Tells whether a file's whole content is one or more certificate requests as PEM, or one as DER; text around them
 * counts as somebody's own.
 */
export function isCertificateRequest(content: Uint8Array): boolean {
  return (
    isDerRequest(content) ||
    PEM_REQUESTS.test(
      Buffer.from(content)
        .toString('utf8')
        .replace(/^\uFEFF/, ''),
    )
  );
}

/**
 * CertificationRequest of RFC 2986: SEQUENCE { SEQUENCE { INTEGER 0, SEQUENCE subject, SEQUENCE key, [0] attributes },
 * … }. Private keys, certificates and revocation lists differ in these tags.
 */
function isDerRequest(content: Uint8Array): boolean {
  const outer = readElement(content, 0);
  if (outer?.tag !== 0x30 || outer.end !== content.length) return false;
  const information = readElement(content, outer.start);
  if (information?.tag !== 0x30) return false;
  const version = readElement(content, information.start);
  if (version?.tag !== 0x02 || version.end - version.start !== 1 || content[version.start] !== 0) return false;
  const subject = readElement(content, version.end);
  const key = subject?.tag === 0x30 ? readElement(content, subject.end) : undefined;
  const attributes = key?.tag === 0x30 ? readElement(content, key.end) : undefined;
  return attributes?.tag === 0xa0 && attributes.end === information.end;
}

interface Element {
  readonly tag: number;
  /** Where its content begins and ends. */
  readonly start: number;
  readonly end: number;
}

function readElement(content: Uint8Array, offset: number): Element | undefined {
  const tag = content[offset];
  const first = content[offset + 1];
  if (tag === undefined || first === undefined) return undefined;
  const lengthBytes = first < 0x80 ? 0 : first & 0x7f;
  if (lengthBytes > 4) return undefined;
  const start = offset + 2 + lengthBytes;
  const digits = content.subarray(offset + 2, start);
  const length = first < 0x80 ? first : digits.reduce((sum, digit) => sum * 256 + digit, 0);
  return start + length <= content.length ? { tag, start, end: start + length } : undefined;
}
