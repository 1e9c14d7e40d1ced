import type { CertificateUse } from '../../domain/certificate-use.ts';
import { commandError } from '../../domain/errors/catalogue.ts';
import { isRsaKeySize, type KeyAlgorithm, type RsaKeySize } from '../../domain/request/key-algorithm.ts';
import type { Credentials } from '../../ports/certificate-authority.ts';
import { checkUses, refuseUnfitText, withoutBlanks } from '../parameter-values.ts';
import type { NewRequestParameters, PathArgument } from '../request-parameters.ts';

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

const DEFAULT_TEMPLATE = 'WebServer';
const DEFAULT_KEY_SIZE = 2048;

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
