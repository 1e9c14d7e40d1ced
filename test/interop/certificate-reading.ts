/** What a program that is not ours says about a request or a certificate, in one common wording. */
export interface Reading {
  /** `CN=…` first, each value without any escaping; `S` is `ST`, as the programs write it. */
  readonly subject: readonly string[];
  /** DNS names, in their order. */
  readonly names: readonly string[];
  /** Words of `KEY_USAGES`, sorted. */
  readonly keyUsage: readonly string[];
  /** Words of `PURPOSES`, sorted. */
  readonly purposes: readonly string[];
  /** `RSA 2048`, `EC 256`. */
  readonly key: string;
}

/** What the programs call a key usage. */
const KEY_USAGES: Readonly<Record<string, RegExp>> = {
  digitalSignature: /digital ?signature/i,
  keyEncipherment: /key[_ ]?encipherment/i,
  keyAgreement: /key[_ ]?agreement/i,
  keyCertSign: /key[_ ]?certsign|certificate sign/i,
  crlSign: /crl[_ ]?sign/i,
};

/** What the programs call an extended key usage. */
const PURPOSES: Readonly<Record<string, RegExp>> = {
  server: /serverAuth|TLS (?:Web|WWW) Server|1\.3\.6\.1\.5\.5\.7\.3\.1/,
  client: /clientAuth|TLS (?:Web|WWW) Client|1\.3\.6\.1\.5\.5\.7\.3\.2/,
};

/** Common words for the lines of a key usage; one that nobody expects stays as it is. */
export function keyUsageWords(lines: readonly string[]): readonly string[] {
  return wordsFor(lines, KEY_USAGES);
}

export function purposeWords(lines: readonly string[]): readonly string[] {
  return wordsFor(lines, PURPOSES);
}

function wordsFor(lines: readonly string[], table: Readonly<Record<string, RegExp>>): readonly string[] {
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => Object.keys(table).find((word) => table[word]?.test(line)) ?? line)
    .sort();
}

/** The lines below a heading that are indented deeper than it. */
export function linesUnder(text: string, heading: RegExp): readonly string[] {
  const lines = text.split('\n');
  const at = lines.findIndex((line) => heading.test(line));
  if (at < 0) return [];
  const rest = lines.slice(at + 1);
  const end = rest.findIndex((line) => line.trim() === '' || indentOf(line) <= indentOf(lines[at] ?? ''));
  return end < 0 ? rest : rest.slice(0, end);
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}

/** The first group of the first match; throws where the program's output has changed. */
export function find(text: string, pattern: RegExp): string {
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new Error(`no ${pattern} in\n${text}`);
  return found;
}

/** The first group of every match. */
export function findAll(text: string, pattern: RegExp): readonly string[] {
  return [...text.matchAll(pattern)].map(([, found = '']) => found);
}
