import { type DocumentOrigin, type DocumentText, invalidAt, quote } from './document-text.ts';

interface Encoding {
  readonly label: string;
  /** Bytes of the byte order mark. */
  readonly skip: number;
}

const BYTE_ORDER_MARKS: readonly { readonly label: string; readonly bytes: readonly number[] }[] = [
  { label: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { label: 'utf-16le', bytes: [0xff, 0xfe] },
  { label: 'utf-16be', bytes: [0xfe, 0xff] },
];

const DECLARED_ENCODING = /^\s*<\?xml[^>]{0,200}?\sencoding\s*=\s*["'](?<label>[A-Za-z0-9._-]{1,40})["']/;

/**
 * Decodes a document by its byte order mark, else by the pattern of its first bytes, else by its XML declaration, else
 * as UTF-8. The declaration comes last because it lies wherever PowerShell redirected text: `>` writes UTF-16 under
 * `encoding="utf-8"`, Set-Content UTF-8 under `encoding="utf-16"` (domain facts 6.5).
 * Throws TopologyInvalid where the bytes do not fit.
 */
export function decodeText(origin: DocumentOrigin, bytes: Buffer): DocumentText {
  const { label, skip } = encodingOf(origin, bytes);
  const content = bytes.subarray(skip);
  try {
    return { ...origin, text: withoutMarks(new TextDecoder(label, { fatal: true, ignoreBOM: true }).decode(content)) };
  } catch {
    const text = new TextDecoder(label, { ignoreBOM: true }).decode(content);
    throw invalidAt(
      { ...origin, text },
      Math.max(0, text.indexOf('\ufffd')),
      `the bytes are not ${label.toUpperCase()}`,
    );
  }
}

function encodingOf(origin: DocumentOrigin, bytes: Buffer): Encoding {
  const mark = BYTE_ORDER_MARKS.find((candidate) => candidate.bytes.every((byte, index) => bytes[index] === byte));
  if (mark !== undefined) return { label: mark.label, skip: mark.bytes.length };
  // A document starts with `<` or white space: a zero byte beside it is the other half of a UTF-16 unit.
  if (bytes.length >= 2 && bytes[1] === 0 && bytes[0] !== 0) return { label: 'utf-16le', skip: 0 };
  if (bytes.length >= 2 && bytes[0] === 0 && bytes[1] !== 0) return { label: 'utf-16be', skip: 0 };
  return { label: declaredEncoding(origin, bytes), skip: 0 };
}

function declaredEncoding(origin: DocumentOrigin, bytes: Buffer): string {
  const head = bytes.toString('latin1', 0, 400);
  const declared = DECLARED_ENCODING.exec(head)?.groups?.['label'];
  if (declared === undefined || /^(?:utf-?16|ucs-?2|iso-10646-ucs-2)/i.test(declared)) return 'utf-8';
  try {
    return new TextDecoder(declared).encoding;
  } catch {
    const problem = `the encoding ${quote(declared)} is not known`;
    throw invalidAt({ ...origin, text: head }, head.indexOf(declared), problem);
  }
}

/** Text that was saved twice with a mark still carries one as its first character. */
function withoutMarks(text: string): string {
  return text.startsWith('\ufeff') ? text.replace(/^\ufeff+/, '') : text;
}
