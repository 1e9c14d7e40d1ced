import { type Ber, objectIdentifierOf, partsOf, UnreadableContent } from './ber.ts';
import type { Pkcs12Digest } from './pkcs12-key-derivation.ts';

const DIGESTS: Readonly<Record<string, Pkcs12Digest>> = {
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.4': 'sha224',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
};

const HMACS: Readonly<Record<string, Pkcs12Digest>> = {
  '1.2.840.113549.2.7': 'sha1',
  '1.2.840.113549.2.8': 'sha224',
  '1.2.840.113549.2.9': 'sha256',
  '1.2.840.113549.2.10': 'sha384',
  '1.2.840.113549.2.11': 'sha512',
};

/** Node's name for a digest's AlgorithmIdentifier. Throws UnreadableContent. */
export function hashOfDigest(algorithm: Ber | undefined): Pkcs12Digest {
  return known(DIGESTS, algorithm);
}

/** Node's name for the hash of PBKDF2's pseudorandom function; SHA-1 where none is named (RFC 8018 A.2). */
export function hashOfHmac(algorithm: Ber | undefined): Pkcs12Digest {
  return algorithm === undefined ? 'sha1' : known(HMACS, algorithm);
}

function known(table: Readonly<Record<string, Pkcs12Digest>>, algorithm: Ber | undefined): Pkcs12Digest {
  const oid = objectIdentifierOf(partsOf(algorithm)[0]);
  const hash = table[oid];
  if (hash === undefined) throw new UnreadableContent(`it uses the algorithm ${oid}, which is not supported`);
  return hash;
}
