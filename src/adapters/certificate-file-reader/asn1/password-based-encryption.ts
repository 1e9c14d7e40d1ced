import { createDecipheriv, pbkdf2 } from 'node:crypto';
import { promisify } from 'node:util';
import { type Ber, numberOf, objectIdentifierOf, octetsOf, partsOf, UnreadableContent } from './ber.ts';
import { hashOfHmac } from './digest-identifiers.ts';
import { derivePkcs12Key, PURPOSE } from './pkcs12-key-derivation.ts';
import { decryptRc2 } from './rc2.ts';
import { type Secret, TOO_MANY_ROUNDS, WrongPassword } from './secret.ts';

/** How a cipher is run: Node's name of it, or RC2, which Node does not have. */
interface Cipher {
  readonly name: string;
  readonly keyLength: number;
  readonly blockLength: number;
}

const AES = (bits: number): Cipher => ({ name: `aes-${bits}-cbc`, keyLength: bits / 8, blockLength: 16 });
const TRIPLE_DES: Cipher = { name: 'des-ede3-cbc', keyLength: 24, blockLength: 8 };
const RC2 = (bits: number): Cipher => ({ name: 'rc2-cbc', keyLength: bits / 8, blockLength: 8 });

/** RFC 7292 appendix C: the encryptions that bring PKCS#12's own key derivation with them. */
const PKCS12_CIPHERS: Readonly<Record<string, Cipher>> = {
  '1.2.840.113549.1.12.1.3': TRIPLE_DES,
  '1.2.840.113549.1.12.1.4': { name: 'des-ede-cbc', keyLength: 16, blockLength: 8 },
  '1.2.840.113549.1.12.1.5': RC2(128),
  '1.2.840.113549.1.12.1.6': RC2(40),
};

/** The ciphers of PBES2 (RFC 8018 B.2, RFC 3565). */
const PBES2_CIPHERS: Readonly<Record<string, Cipher>> = {
  '2.16.840.1.101.3.4.1.2': AES(128),
  '2.16.840.1.101.3.4.1.22': AES(192),
  '2.16.840.1.101.3.4.1.42': AES(256),
  '1.2.840.113549.3.7': TRIPLE_DES,
};

const PBES2 = '1.2.840.113549.1.5.13';
const PBKDF2 = '1.2.840.113549.1.5.12';
const stretch = promisify(pbkdf2);
/** Of one key; NSS and GnuTLS take 600,000. */
const MOST_ROUNDS = 2_000_000;

/**
 * Decrypts what an AlgorithmIdentifier of PKCS#12 or PKCS#5 says the password encrypted. Throws WrongPassword where
 * the result has no proper end, UnreadableContent for an algorithm that is not known.
 */
export async function decryptByPassword(
  algorithm: Ber | undefined,
  content: Uint8Array,
  secret: Secret,
): Promise<Uint8Array> {
  const [identifier, parameters] = partsOf(algorithm);
  const oid = objectIdentifierOf(identifier);
  if (oid === PBES2) return decryptPbes2(parameters, content, secret);
  const cipher = PKCS12_CIPHERS[oid];
  if (cipher === undefined)
    throw new UnreadableContent(`it is encrypted with the algorithm ${oid}, which is not supported`);
  const [salt, iterations] = partsOf(parameters);
  const stretching = { digest: 'sha1', salt: octetsOf(salt), iterations: roundsOf(iterations) } as const;
  // The key may need the rounds twice, the initialization vector once more.
  secret.spend(stretching.iterations * (Math.ceil(cipher.keyLength / 20) + 1));
  const key = derivePkcs12Key(stretching, secret.bmp, PURPOSE.key, cipher.keyLength);
  const iv = derivePkcs12Key(stretching, secret.bmp, PURPOSE.initializationVector, cipher.blockLength);
  return decrypt(cipher, key, iv, content);
}

/** Rounds of stretching as a file states them. Throws UnreadableContent. */
export function roundsOf(value: Ber | undefined): number {
  const rounds = numberOf(value);
  if (rounds === undefined || rounds === 0) {
    throw new UnreadableContent('it is damaged: its number of rounds is no number');
  }
  if (rounds > MOST_ROUNDS) throw new UnreadableContent(TOO_MANY_ROUNDS);
  return rounds;
}

async function decryptPbes2(parameters: Ber | undefined, content: Uint8Array, secret: Secret): Promise<Uint8Array> {
  const [derivation, encryption] = partsOf(parameters).map(partsOf);
  const [method, stretching] = derivation ?? [];
  const [oid, iv] = encryption ?? [];
  const cipher = PBES2_CIPHERS[objectIdentifierOf(oid)];
  if (cipher === undefined) {
    throw new UnreadableContent(
      `it is encrypted with the algorithm ${objectIdentifierOf(oid)}, which is not supported`,
    );
  }
  if (objectIdentifierOf(method) !== PBKDF2) {
    throw new UnreadableContent(`its password is stretched by ${objectIdentifierOf(method)}, which is not supported`);
  }
  const initial = octetsOf(iv);
  if (initial.length !== cipher.blockLength)
    throw new UnreadableContent('it is damaged: an initialization vector has a wrong length');
  const [salt, rounds, ...rest] = partsOf(stretching);
  const hash = hashOfHmac(rest.find((part) => part.idBlock.tagNumber === SEQUENCE));
  for (const form of [secret.utf8, secret.bmp]) {
    secret.spend(roundsOf(rounds));
    const key = await stretch(form, octetsOf(salt), roundsOf(rounds), cipher.keyLength, hash);
    try {
      return decrypt(cipher, key, initial, content);
    } catch (error) {
      // RFC 8018 leaves the form to the writer; old versions of NSS took that of PKCS#12.
      if (!(error instanceof WrongPassword)) throw error;
    }
  }
  throw new WrongPassword();
}

/** Tag of the AlgorithmIdentifier behind the optional length of the key. */
const SEQUENCE = 16;

function decrypt(
  { name, keyLength, blockLength }: Cipher,
  key: Uint8Array,
  iv: Uint8Array,
  content: Uint8Array,
): Uint8Array {
  if (content.length === 0 || content.length % blockLength !== 0) {
    throw new UnreadableContent('it is damaged: encrypted content has a wrong length');
  }
  if (name === 'rc2-cbc') return withoutPadding(decryptRc2(key, keyLength * 8, iv, content), blockLength);
  const decipher = createDecipheriv(name, key, iv).setAutoPadding(false);
  return withoutPadding(Buffer.concat([decipher.update(content), decipher.final()]), blockLength);
}

/** RFC 8018 6.1.1: as many bytes as each of them says. */
function withoutPadding(plain: Uint8Array, blockLength: number): Uint8Array {
  const length = plain.at(-1) ?? 0;
  const padding = plain.subarray(plain.length - length);
  if (length === 0 || length > blockLength || padding.some((byte) => byte !== length)) throw new WrongPassword();
  return plain.subarray(0, plain.length - length);
}
