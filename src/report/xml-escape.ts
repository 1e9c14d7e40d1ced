/** What XML 1.0 cannot hold at all: controls, lone surrogates, U+FFFE and U+FFFF. */
const FORBIDDEN = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const TEXT: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };
const ATTRIBUTE: Readonly<Record<string, string>> = {
  ...TEXT,
  '"': '&quot;',
  '\t': '&#x9;',
  '\n': '&#xA;',
  '\r': '&#xD;',
};

/**
 * Element content as .NET's XmlWriter writes it (NewLineHandling.Replace): `& < >` escaped, every line break CRLF,
 * quotation marks and tabs as they are. Characters that XML forbids, where .NET would throw, become `\u{…}`.
 */
export function xmlText(text: string): string {
  return visible(text)
    .replace(/[&<>]/g, (character) => TEXT[character] ?? character)
    .replace(/\r\n|\r|\n/g, '\r\n');
}

/** An attribute's value between double quotation marks, as the same writer escapes it: line breaks and tabs too. */
export function xmlAttribute(text: string): string {
  return visible(text).replace(/[&<>"\t\n\r]/g, (character) => ATTRIBUTE[character] ?? character);
}

function visible(text: string): string {
  return text.replace(FORBIDDEN, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
