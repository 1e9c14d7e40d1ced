import {
  type Ber,
  bytesOf,
  isObjectIdentifier,
  objectIdentifierOf,
  partsOf,
  taggedPart,
  UnreadableContent,
} from './ber.ts';

const SIGNED_DATA = '1.2.840.113549.1.7.2';
/** Tag of SEQUENCE: the other choices of a CertificateSet have tags of their own (RFC 5652 10.2.2). */
const SEQUENCE = 16;
const UNIVERSAL = 1;

/** Whether a value has the shape of a PKCS#7 ContentInfo (RFC 5652 3). */
export function isPkcs7(value: Ber): boolean {
  return isObjectIdentifier(partsOf(value)[0]);
}

/** The certificates of SignedData, DER each; signatures are not looked at, as in a file that has none. */
export function readPkcs7(contentInfo: Ber): readonly Uint8Array[] {
  const [type, tagged] = partsOf(contentInfo);
  if (objectIdentifierOf(type) !== SIGNED_DATA) {
    throw new UnreadableContent('it is a PKCS #7 message of another kind than signed data');
  }
  // Revocation lists have the tag 1; before the certificates stand version, digests and content, which have none.
  const certificates = taggedPart(partsOf(partsOf(tagged)[0]), 0);
  return certificates === undefined
    ? []
    : partsOf(certificates)
        .filter(({ idBlock }) => idBlock.tagClass === UNIVERSAL && idBlock.tagNumber === SEQUENCE)
        .map(bytesOf);
}
