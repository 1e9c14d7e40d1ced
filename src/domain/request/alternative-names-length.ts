/**
 * Bytes of the value of an alternative name extension that holds these DNS names, each at most 255 characters of ASCII:
 * a SEQUENCE of `[2]` elements (RFC 5280 4.2.1.6), every length in as few bytes as it takes. 0 without names, since the
 * extension is then left out.
 */
export function alternativeNamesLength(names: readonly string[]): number {
  if (names.length === 0) return 0;
  return elementLength(names.reduce((sum, name) => sum + elementLength(name.length), 0));
}

/** Tag, length and content of a DER element. */
function elementLength(content: number): number {
  const lengthBytes = content < 0x80 ? 1 : content < 0x100 ? 2 : content < 0x10000 ? 3 : 4;
  return 1 + lengthBytes + content;
}
