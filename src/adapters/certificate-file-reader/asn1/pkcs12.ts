import { createHmac, timingSafeEqual } from 'node:crypto';
import {
  type Ber,
  numberOf,
  objectIdentifierOf,
  octetsOf,
  partsOf,
  readBer,
  taggedPart,
  UnreadableContent,
} from './ber.ts';
import { hashOfDigest } from './digest-identifiers.ts';
import { decryptByPassword, roundsOf } from './password-based-encryption.ts';
import { bagsOf, type Pkcs12Content } from './pkcs12-bags.ts';
import { DIGEST_LENGTHS, derivePkcs12Key, PURPOSE } from './pkcs12-key-derivation.ts';
import { Secret, WrongPassword } from './secret.ts';

const DATA = '1.2.840.113549.1.7.1';
const ENCRYPTED_DATA = '1.2.840.113549.1.7.6';
/** Where a file names no number (RFC 7292 4). */
const ONE_ROUND = 1;

/** Whether a value has the shape of a PFX (RFC 7292 4). */
export function isPkcs12(value: Ber): boolean {
  const [version, authenticated] = partsOf(value);
  return numberOf(version) === 3 && authenticated !== undefined;
}

/** What is in a PFX. Throws WrongPassword, UnreadableContent. */
export async function readPkcs12(pfx: Ber, password: string | undefined): Promise<Pkcs12Content> {
  const [, authenticated, integrity] = partsOf(pfx);
  const [type, tagged] = partsOf(authenticated);
  if (objectIdentifierOf(type) !== DATA) {
    throw new UnreadableContent('it is protected by a public key instead of a password, which is not supported');
  }
  const content = octetsOf(partsOf(tagged)[0]);
  for (const secret of Secret.candidates(password)) {
    try {
      if (integrity !== undefined) checkIntegrity(integrity, content, secret);
      return await readContent(content, secret);
    } catch (error) {
      if (!(error instanceof WrongPassword)) throw error;
    }
  }
  throw new WrongPassword();
}

/** MacData (RFC 7292 4 and appendix A). */
function checkIntegrity(integrity: Ber, content: Uint8Array, secret: Secret): void {
  const [digestInfo, salt, rounds] = partsOf(integrity);
  const [algorithm, expected] = partsOf(digestInfo);
  const digest = hashOfDigest(algorithm);
  const iterations = rounds === undefined ? ONE_ROUND : roundsOf(rounds);
  const wanted = octetsOf(expected);
  const length = DIGEST_LENGTHS[digest];
  if (wanted.length !== length) throw new UnreadableContent('it is damaged: its integrity check has a wrong length');
  secret.spend(iterations);
  const key = derivePkcs12Key({ digest, salt: octetsOf(salt), iterations }, secret.bmp, PURPOSE.integrity, length);
  if (!timingSafeEqual(createHmac(digest, key).update(content).digest(), wanted)) throw new WrongPassword();
}

async function readContent(content: Uint8Array, secret: Secret): Promise<Pkcs12Content> {
  const all: Pkcs12Content[] = [];
  for (const part of partsOf(readBer(content))) {
    const [type, tagged] = partsOf(part);
    const body = partsOf(tagged)[0];
    all.push(await bagsOf(await contentOf(objectIdentifierOf(type), body, secret), secret));
  }
  return {
    certificates: all.flatMap(({ certificates }) => certificates),
    privateKeys: all.flatMap(({ privateKeys }) => privateKeys),
  };
}

async function contentOf(type: string, body: Ber | undefined, secret: Secret): Promise<Ber> {
  if (type === DATA) return readBer(octetsOf(body));
  if (type !== ENCRYPTED_DATA) {
    throw new UnreadableContent('a part of it is encrypted with a public key, which is not supported');
  }
  const [, algorithm, encrypted] = partsOf(partsOf(body)[1]);
  if (encrypted === undefined || taggedPart([encrypted], 0) === undefined) {
    throw new UnreadableContent('it is damaged: encrypted content is missing');
  }
  return readDecrypted(await decryptByPassword(algorithm, octetsOf(encrypted), secret));
}

/** Of 256 wrong passwords one gives a proper end by chance, but hardly ever a value. */
function readDecrypted(plain: Uint8Array): Ber {
  try {
    return readBer(plain);
  } catch {
    throw new WrongPassword();
  }
}
