/** `KeyAlgorithmIdentifier` of the product, in its own casing and order (domain facts 4.1). */
export const KEY_ALGORITHMS = ['RSA', 'ECDH_P256', 'ECDH_P384', 'ECDH_P521'] as const;

export type KeyAlgorithm = (typeof KEY_ALGORITHMS)[number];

/** Sizes of an RSA key in bits that the product lists as valid (domain facts 4.1). */
const RSA_KEY_SIZES = [1024, 2048, 4096] as const;

export type RsaKeySize = (typeof RSA_KEY_SIZES)[number];

const BY_LOWER_CASE = new Map<string, KeyAlgorithm>(KEY_ALGORITHMS.map((name) => [name.toLowerCase(), name]));

/** Finds an algorithm by name in any case, as type binding does. */
export function parseKeyAlgorithm(text: string): KeyAlgorithm | undefined {
  return BY_LOWER_CASE.get(text.trim().toLowerCase());
}

/** Tells whether a number of bits is one of the sizes that the product accepts. */
export function isRsaKeySize(bits: number): bits is RsaKeySize {
  return RSA_KEY_SIZES.some((size) => size === bits);
}
