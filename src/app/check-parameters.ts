import { type CertificateUse, parseCertificateUse } from '../domain/certificate-use.ts';
import { commandError } from '../domain/errors/catalogue.ts';
import { isRsaKeySize, type KeyAlgorithm, type RsaKeySize } from '../domain/request/key-algorithm.ts';
import type { Credentials } from '../ports/certificate-authority.ts';
import type { NewRequestParameters, PathArgument } from './request-parameters.ts';

/** Where a request goes. */
export type RequestTarget =
  | { readonly kind: 'authority'; readonly config: string; readonly credentials: Credentials | undefined }
  | { readonly kind: 'file'; readonly output: PathArgument };

/** The parameters of -New after all checks that need no topology. Blank text counts as absent. */
export interface CheckedParameters {
  readonly uses: readonly CertificateUse[];
  readonly target: RequestTarget;
  readonly template: string;
  readonly keyAlgorithm: KeyAlgorithm;
  readonly keySize: RsaKeySize;
  readonly organization: OrganizationParameters;
  /** Texts of recoverable warnings, in order. */
  readonly warnings: readonly string[];
}

/** The parts of the subject that come from parameters. */
export interface OrganizationParameters {
  readonly OU?: string;
  readonly Organization?: string;
  readonly City?: string;
  readonly State?: string;
  readonly Country?: string;
}

/** Longest text parameter; -DomainName may be longer. */
const TEXT_LIMIT = 4096;
const DOMAIN_NAME_LIMIT = 65536;
const DEFAULT_TEMPLATE = 'WebServer';
const DEFAULT_KEY_SIZE = 2048;

const NOT_ONE_LINE = /[\p{Cc}\u2028\u2029]/u;

/** Checks what can be checked before the deployment is read; throws the errors of `parameter-errors`. */
export function checkParameters(given: NewRequestParameters): CheckedParameters {
  const parameters = withoutBlanks(given);
  refuseUnfitText(parameters);
  const keyAlgorithm = parameters.KeyAlg ?? 'RSA';
  const keySize = checkKeySize(parameters.KeySize);
  return {
    uses: checkUses(parameters.Type),
    target: checkTarget(parameters),
    template: parameters.Template?.trim() ?? DEFAULT_TEMPLATE,
    keyAlgorithm,
    keySize,
    organization: checkOrganization(parameters),
    warnings: keyWarnings(keyAlgorithm, parameters.KeySize),
  };
}

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

function checkTarget(parameters: NewRequestParameters): RequestTarget {
  const { CA, Output, CaAccount, CaPassword } = parameters;
  if (CA !== undefined && Output !== undefined) throw commandError('ConflictingRequestTarget', {});
  if (CaAccount !== undefined && CaPassword === undefined) {
    throw commandError('MissingCaPassword', { account: CaAccount }, { target: CaAccount });
  }
  if (CaAccount === undefined && CaPassword !== undefined) throw commandError('MissingCaAccount', {});
  if (Output !== undefined) return { kind: 'file', output: Output };
  if (CA === undefined) throw commandError('MissingRequestTarget', {});
  const credentials =
    CaAccount === undefined || CaPassword === undefined
      ? undefined
      : { account: CaAccount.trim(), password: CaPassword };
  return { kind: 'authority', config: CA.trim(), credentials };
}

function checkKeySize(keySize: number | undefined): RsaKeySize {
  if (keySize === undefined) return DEFAULT_KEY_SIZE;
  if (!isRsaKeySize(keySize)) throw commandError('InvalidKeySize', { keySize }, { target: String(keySize) });
  return keySize;
}

function keyWarnings(keyAlgorithm: KeyAlgorithm, keySize: number | undefined): readonly string[] {
  if (keySize === undefined) return [];
  if (keyAlgorithm !== 'RSA') {
    return [`The key size "${keySize}" is ignored: the key algorithm ${keyAlgorithm} fixes the size of the key.`];
  }
  return keySize < DEFAULT_KEY_SIZE
    ? [`A key of ${keySize} bits is weak. A key size of ${DEFAULT_KEY_SIZE} bits is recommended.`]
    : [];
}

function checkOrganization({ OU, Organization, City, State, Country }: NewRequestParameters): OrganizationParameters {
  if (Country !== undefined && !/^[A-Za-z]{2}$/.test(Country)) {
    throw commandError('InvalidCountry', { country: Country }, { target: Country });
  }
  return {
    ...(OU === undefined ? {} : { OU }),
    ...(Organization === undefined ? {} : { Organization }),
    ...(City === undefined ? {} : { City }),
    ...(State === undefined ? {} : { State }),
    ...(Country === undefined ? {} : { Country }),
  };
}
