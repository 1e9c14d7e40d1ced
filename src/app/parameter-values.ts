import { type CertificateUse, parseCertificateUse } from '../domain/certificate-use.ts';
import { commandError } from '../domain/errors/catalogue.ts';

/** Longest text parameter; -DomainName may be longer. */
const TEXT_LIMIT = 4096;
const DOMAIN_NAME_LIMIT = 65536;

const NOT_ONE_LINE = /[\p{Cc}\u2028\u2029]/u;

/** An empty or blank text for an optional parameter counts as absent (domain facts 10); a password may be blanks. */
export function withoutBlanks<Parameters extends object>(parameters: Parameters): Parameters {
  const kept = Object.entries(parameters).filter(
    ([name, value]) => !(name.endsWith('Password') ? value === '' : isBlank(value)),
  );
  return Object.fromEntries(kept) as Parameters;
}

function isBlank(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() === '';
  if (typeof value === 'object' && value !== null && 'given' in value) return isBlank(value.given);
  return value === undefined || value === null;
}

/** Throws ParameterNotOneLine or ParameterTooLong for a text that no parameter takes. */
export function refuseUnfitText(parameters: object): void {
  for (const [parameter, value] of Object.entries(parameters)) {
    const text: unknown = typeof value === 'object' && value !== null && 'given' in value ? value.given : value;
    if (typeof text !== 'string') continue;
    refuseControlCharacters(parameter, text);
    const limit = parameter === 'DomainName' ? DOMAIN_NAME_LIMIT : TEXT_LIMIT;
    if (text.length > limit) throw commandError('ParameterTooLong', { parameter, limit }, { target: parameter });
  }
}

/** Throws ParameterNotOneLine. */
export function refuseControlCharacters(parameter: string, text: string): void {
  if (NOT_ONE_LINE.test(text)) throw commandError('ParameterNotOneLine', { parameter }, { target: parameter });
}

/**
 * Each use once, in the caller's order. Throws UnknownCertificateType; NoCertificateType for an empty list, which a
 * script that found no type has, and which must not stand for all of them.
 */
export function checkUses(types: readonly string[]): readonly CertificateUse[] {
  if (types.length === 0) throw commandError('NoCertificateType', {}, { target: 'Type' });
  const uses = types.map((type) => {
    const use = parseCertificateUse(type);
    if (use === undefined) throw commandError('UnknownCertificateType', { type }, { target: type });
    return use;
  });
  return [...new Set(uses)];
}
