import type { KeyAlgorithm } from '../../domain/request/key-algorithm.ts';
import { type Der, nothing, objectIdentifier, sequence, toBytes, unsignedInteger } from './der.ts';
import { OID } from './object-identifiers.ts';

/** How a key of each algorithm signs: RSA PKCS#1 v1.5 with SHA-256, ECDSA with the hash of its curve's size. */
export const SIGNATURES: { readonly [Algorithm in KeyAlgorithm]: { readonly oid: string; readonly hash: string } } = {
  RSA: { oid: OID.sha256WithRsaEncryption, hash: 'SHA-256' },
  ECDH_P256: { oid: OID.ecdsaWithSha256, hash: 'SHA-256' },
  ECDH_P384: { oid: OID.ecdsaWithSha384, hash: 'SHA-384' },
  ECDH_P521: { oid: OID.ecdsaWithSha512, hash: 'SHA-512' },
};

/** AlgorithmIdentifier: RSA has a NULL parameter, ECDSA has none (RFC 4055 5, RFC 5758 3.2). */
export function signatureAlgorithm(algorithm: KeyAlgorithm): Der {
  const parameters = algorithm === 'RSA' ? [nothing()] : [];
  return sequence(objectIdentifier(SIGNATURES[algorithm].oid), ...parameters);
}

/** WebCrypto's `r || s` as the ECDSA-Sig-Value that X.509 wants (RFC 3279 2.2.3). */
export function ecdsaSignatureValue(raw: Uint8Array): Uint8Array {
  const half = raw.length / 2;
  return toBytes(sequence(unsignedInteger(raw.subarray(0, half)), unsignedInteger(raw.subarray(half))));
}
