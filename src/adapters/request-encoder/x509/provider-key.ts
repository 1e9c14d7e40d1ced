import type { webcrypto } from 'node:crypto';
import type { KeyAlgorithm, RsaKeySize } from '../../../domain/request/key-algorithm.ts';
import type { GeneratedKey } from '../../../ports/request-encoder.ts';
import { ecdsaSignatureValue, SIGNATURES } from '../../x509/signature-algorithm.ts';
import type { KeyProvider } from './key-provider.ts';

/**
 * WebCrypto lets an ECDH key agree but not sign, and a request has to be signed with its key; the two kinds have the
 * same public key in X.509, so the ECDH names are made as ECDSA keys (certificate authorities 2.2).
 */
const CURVES: { readonly [Algorithm in Exclude<KeyAlgorithm, 'RSA'>]: string } = {
  ECDH_P256: 'P-256',
  ECDH_P384: 'P-384',
  ECDH_P521: 'P-521',
};

const PUBLIC_EXPONENT = Uint8Array.of(1, 0, 1);

/** A key pair that stays with the provider that made it: it exports and signs through that one only. */
export class ProviderKey implements GeneratedKey {
  readonly algorithm: KeyAlgorithm;
  readonly spki: Uint8Array;
  readonly #provider: KeyProvider;
  readonly #privateKey: webcrypto.CryptoKey;

  private constructor(algorithm: KeyAlgorithm, spki: Uint8Array, provider: KeyProvider, key: webcrypto.CryptoKey) {
    this.algorithm = algorithm;
    this.spki = spki;
    this.#provider = provider;
    this.#privateKey = key;
  }

  static async generate(provider: KeyProvider, algorithm: KeyAlgorithm, keySize: RsaKeySize): Promise<ProviderKey> {
    const pair = await generatePair(provider, algorithm, keySize);
    const spki = new Uint8Array(await provider.exportKey('spki', pair.publicKey));
    return new ProviderKey(algorithm, spki, provider, pair.privateKey);
  }

  async exportPkcs8(): Promise<Uint8Array> {
    return new Uint8Array(await this.#provider.exportKey('pkcs8', this.#privateKey));
  }

  /** A signature in the form that X.509 wants, with the hash that belongs to the algorithm. */
  async sign(data: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
    const { hash } = SIGNATURES[this.algorithm];
    const name = this.#privateKey.algorithm.name;
    const raw = new Uint8Array(await this.#provider.sign({ name, hash }, this.#privateKey, data));
    return this.algorithm === 'RSA' ? raw : ecdsaSignatureValue(raw);
  }
}

function generatePair(
  provider: KeyProvider,
  algorithm: KeyAlgorithm,
  keySize: RsaKeySize,
): Promise<webcrypto.CryptoKeyPair> {
  if (algorithm === 'RSA') {
    const parameters = { modulusLength: keySize, publicExponent: PUBLIC_EXPONENT, hash: SIGNATURES.RSA.hash };
    return provider.generateKey({ name: 'RSASSA-PKCS1-v1_5', ...parameters }, true, ['sign', 'verify']);
  }
  return provider.generateKey({ name: 'ECDSA', namedCurve: CURVES[algorithm] }, true, ['sign', 'verify']);
}
