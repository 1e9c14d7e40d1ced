const ARMOUR = /-----(BEGIN|END) ([^\r\n]{1,64}?)-----/g;
const BASE64 = /^[A-Za-z0-9+/]+={0,2}$/;

/** A block of a PEM file. */
export interface ArmouredBlock {
  readonly label: string;
  /** Undefined where its text is no base64, or never ends. */
  readonly content: Uint8Array | undefined;
}

/**
 * The text of a file, or undefined where it holds bytes that no text has: UTF-16 in either order by its mark or by its
 * zeros, else one byte a character, which is enough to find armour and base64 in.
 */
export function textOf(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const start = bytes.subarray(0, 256);
  if (start.includes(0)) {
    if (start.every((byte, index) => index % 2 === 0 || byte === 0)) return new TextDecoder('utf-16le').decode(bytes);
    if (start.every((byte, index) => index % 2 === 1 || byte === 0)) return new TextDecoder('utf-16be').decode(bytes);
    return undefined;
  }
  return Buffer.from(bytes)
    .toString('latin1')
    .replace(/^\u00ef\u00bb\u00bf/, '');
}

/** The blocks between `-----BEGIN label-----` and its END, in their order; any text may stand around them. */
export function armouredBlocks(text: string): readonly ArmouredBlock[] {
  const blocks: ArmouredBlock[] = [];
  let open: { readonly label: string; readonly from: number } | undefined;
  for (const mark of text.matchAll(ARMOUR)) {
    const [whole, kind, label = ''] = mark;
    if (open !== undefined) {
      const closes = kind === 'END' && label === open.label;
      const content = closes ? decodeBase64(text.slice(open.from, mark.index)) : undefined;
      blocks.push({ label: open.label, content });
    }
    open = kind === 'BEGIN' ? { label, from: mark.index + whole.length } : undefined;
  }
  if (open !== undefined) blocks.push({ label: open.label, content: undefined });
  return blocks;
}

/** Base64 with any blanks and line ends; undefined for anything else. */
export function decodeBase64(text: string): Uint8Array | undefined {
  const body = text.replace(/\s+/g, '');
  return body.length % 4 === 0 && BASE64.test(body) ? Buffer.from(body, 'base64') : undefined;
}
