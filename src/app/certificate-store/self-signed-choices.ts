import { commandError } from '../../domain/errors/catalogue.ts';
import { isRsaKeySize, type KeyAlgorithm, type RsaKeySize } from '../../domain/request/key-algorithm.ts';

export interface KeyChoices {
  readonly keyAlgorithm?: string;
  readonly keyLength?: number;
  readonly hashAlgorithm?: string;
  readonly provider?: string;
}

/** Key algorithms as CNG names them, with the one hash that their certificates are signed with here. */
const ALGORITHMS: readonly { readonly name: string; readonly algorithm: KeyAlgorithm; readonly hash: string }[] = [
  { name: 'RSA', algorithm: 'RSA', hash: 'SHA256' },
  { name: 'ECDSA_nistP256', algorithm: 'ECDH_P256', hash: 'SHA256' },
  { name: 'ECDSA_nistP384', algorithm: 'ECDH_P384', hash: 'SHA384' },
  { name: 'ECDSA_nistP521', algorithm: 'ECDH_P521', hash: 'SHA512' },
];

/** The one that Windows takes by itself. */
const PROVIDER = 'Microsoft Software Key Storage Provider';
const DEFAULT_KEY_LENGTH = 2048;

/** What the key is to be; everything that is not made is refused. Error `SelfSignedValueRefused`. */
export function chooseKey({ keyAlgorithm = 'RSA', keyLength, hashAlgorithm, provider }: KeyChoices): {
  readonly algorithm: KeyAlgorithm;
  readonly keySize: RsaKeySize;
} {
  const known = ALGORITHMS.find(({ name }) => isSame(name, keyAlgorithm));
  if (known === undefined) {
    throw refused('KeyAlgorithm', keyAlgorithm, `specify ${ALGORITHMS.map(({ name }) => name).join(', ')}`);
  }
  if (hashAlgorithm !== undefined && !isSame(hashAlgorithm, known.hash)) {
    throw refused(
      'HashAlgorithm',
      hashAlgorithm,
      `the hash of a certificate with this key (${known.name}) is ${known.hash}`,
    );
  }
  if (provider !== undefined && !isSame(provider, PROVIDER)) {
    throw refused('Provider', provider, `keys are those of the "${PROVIDER}"`);
  }
  if (keyLength !== undefined && known.algorithm !== 'RSA') {
    throw refused('KeyLength', String(keyLength), `the length of a key is part of the name ${known.name}`);
  }
  const keySize = keyLength ?? DEFAULT_KEY_LENGTH;
  if (!isRsaKeySize(keySize)) throw refused('KeyLength', String(keySize), 'specify 1024, 2048 or 4096');
  return { algorithm: known.algorithm, keySize };
}

export function refused(parameter: string, value: string, reason: string) {
  return commandError('SelfSignedValueRefused', { parameter, value, reason }, { target: value });
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
