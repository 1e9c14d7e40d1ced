/**
 * Takes a distinguished name's text apart as RFC 4514 and RFC 1779 write it: `\,`, `"a, b"`, `\"` inside quotes. A type
 * keeps its letters; the values lose their escaping. The order stays.
 */
export function parseNameText(text: string): readonly string[] {
  const attributes: string[] = [];
  let rest = text;
  while (rest !== '') {
    const { type, value, after } = readAttribute(rest);
    attributes.push(`${type}=${value}`);
    rest = after;
  }
  return attributes;
}

function readAttribute(text: string): { readonly type: string; readonly value: string; readonly after: string } {
  const match = /^\s*([A-Za-z0-9.]+)=/.exec(text);
  if (match === null) throw new Error(`no attribute at: ${text}`);
  const rest = text.slice(match[0].length);
  const written = (rest.startsWith('"') ? /^"(?:[^"\\]|\\.|"")*"/su : /^(?:[^,\\]|\\.)*/su).exec(rest)?.[0];
  if (written === undefined) throw new Error(`no end of the quotation: ${rest}`);
  return { type: match[1] ?? '', value: unescaped(written), after: rest.slice(written.length).replace(/^\s*,/, '') };
}

function unescaped(written: string): string {
  const inner = written.startsWith('"') ? written.slice(1, -1) : written;
  return inner.replace(/\\(.)/gsu, '$1');
}
