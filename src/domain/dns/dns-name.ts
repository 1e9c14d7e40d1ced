import { commandError } from '../errors/catalogue.ts';

/** A DNS name as a dNSName may hold it: ASCII, in the caller's casing, perhaps with `*` as its left-most label. */
export type DnsName = string & { readonly __brand: 'DnsName' };

/** `converted`: the text was not ASCII and went through IDNA, which the product does not support (domain facts 4.5). */
export type DnsNameReading =
  | { readonly ok: true; readonly name: DnsName; readonly converted: boolean }
  | { readonly ok: false; readonly problem: string };

/** Converts a non-ASCII name by IDNA (UTS 46); an empty string where that is not possible. */
export type ToAscii = (name: string) => string;

const NAME_LIMIT = 253;
const LABEL_LIMIT = 63;
const NOT_ASCII = /[\u0080-\u{10ffff}]/u;
/** Converters that parse a URL's host cut at these or decode them. */
const FORBIDDEN_ASCII = /[^A-Za-z0-9.\-\u0080-\u{10ffff}]/u;
/** Hidden behind the prefix `xn--` once it is converted. */
const EDGE_HYPHEN = /(?:^|\.)-|-(?:\.|$)/;
const IPV4 = /^\d+(?:\.\d+){3}$/;

/**
 * Reads a name by the rules of host names (RFC 1123 2.1, RFC 5280 4.2.1.6; wildcard: RFC 6125 6.4.3). Surrounding
 * blanks and one trailing dot are removed. `problem` is the end of a sentence without its full stop.
 */
export function readDnsName(text: string, toAscii: ToAscii): DnsNameReading {
  const trimmed = text.trim();
  const wildcard = trimmed.startsWith('*.');
  const written = wildcard ? trimmed.slice(2) : trimmed;
  const converted = NOT_ASCII.test(written);
  const ascii = converted ? convert(written, toAscii) : written;
  if (ascii === '' && converted) {
    return { ok: false, problem: 'it contains characters that a host name cannot have, in IDNA form either' };
  }
  const host = ascii.endsWith('.') ? ascii.slice(0, -1) : ascii;
  const name = wildcard ? `*.${host}` : host;
  const tooLong = name.length > NAME_LIMIT ? `it is longer than ${NAME_LIMIT} characters` : undefined;
  const problem = hostProblem(host) ?? tooLong;
  return problem === undefined ? { ok: true, name: name as DnsName, converted } : { ok: false, problem };
}

/** Reads a name or throws `InvalidDnsName`. */
export function parseDnsName(text: string, toAscii: ToAscii): { readonly name: DnsName; readonly converted: boolean } {
  const reading = readDnsName(text, toAscii);
  if (!reading.ok) {
    throw commandError('InvalidDnsName', { name: text, problem: reading.problem }, { target: text });
  }
  return reading;
}

/** Reads a name that has to be ASCII already; `problem` says so where it is not. */
export function readAsciiDnsName(text: string): DnsNameReading {
  return readDnsName(text, () => '');
}

function convert(name: string, toAscii: ToAscii): string {
  return FORBIDDEN_ASCII.test(name) || EDGE_HYPHEN.test(name) ? '' : toAscii(name);
}

function hostProblem(host: string): string | undefined {
  if (host === '') {
    return 'it is empty';
  }
  if (IPV4.test(host) || host.includes(':')) {
    return 'it is an IP address or has a port, and certificates of the product name hosts only';
  }
  for (const label of host.split('.')) {
    const problem = labelProblem(label);
    if (problem !== undefined) {
      return problem;
    }
  }
  return undefined;
}

function labelProblem(label: string): string | undefined {
  if (label === '') {
    return 'it has an empty part between two dots';
  }
  if (label.length > LABEL_LIMIT) {
    return `the part "${label}" is longer than ${LABEL_LIMIT} characters`;
  }
  if (label.includes('*')) {
    return 'an asterisk may only stand for the whole first part, as in *.contoso.com';
  }
  if (!/^[A-Za-z0-9-]+$/.test(label)) {
    return `the part "${label}" contains characters other than letters, digits and hyphens`;
  }
  return /^-|-$/.test(label) ? `the part "${label}" begins or ends with a hyphen` : undefined;
}
