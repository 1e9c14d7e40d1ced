import { BitString, fromBER, Sequence } from 'asn1js';

/** The key bits inside a DER SubjectPublicKeyInfo: its second part. Throws TypeError where there is none. */
export function publicKeyBits(spki: Uint8Array): Uint8Array {
  const { result } = fromBER(Uint8Array.from(spki).buffer);
  const bits = result instanceof Sequence ? result.valueBlock.value[1] : undefined;
  if (!(bits instanceof BitString)) {
    throw new TypeError('not a SubjectPublicKeyInfo');
  }
  return bits.valueBlock.valueHexView;
}
