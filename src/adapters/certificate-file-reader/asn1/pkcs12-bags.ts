import {
  type Ber,
  bmpTextOf,
  bytesOf,
  isObjectIdentifier,
  numberOf,
  objectIdentifierOf,
  octetsOf,
  partsOf,
  readBer,
  UnreadableContent,
} from './ber.ts';
import { decryptByPassword } from './password-based-encryption.ts';
import { type Secret, WrongPassword } from './secret.ts';

/** What of a PKCS#12 is of use here. */
export interface Pkcs12Content {
  readonly certificates: readonly { readonly certificate: Uint8Array; readonly friendlyName: string }[];
  /** DER of PKCS#8. */
  readonly privateKeys: readonly Uint8Array[];
}

/** Bag types (RFC 7292 4.2). Revocation lists and secrets are passed over. */
const KEY = '1.2.840.113549.1.12.10.1.1';
const SHROUDED_KEY = '1.2.840.113549.1.12.10.1.2';
const CERTIFICATE = '1.2.840.113549.1.12.10.1.3';
const NESTED = '1.2.840.113549.1.12.10.1.6';

const X509_CERTIFICATE = '1.2.840.113549.1.9.22.1';
const FRIENDLY_NAME = '1.2.840.113549.1.9.20';
const NESTING_LIMIT = 10;

/** What is in a SafeContents, and in those it holds. Throws WrongPassword, UnreadableContent. */
export async function bagsOf(contents: Ber, secret: Secret, depth = 0): Promise<Pkcs12Content> {
  if (depth > NESTING_LIMIT) throw new UnreadableContent('its parts are nested too deep');
  const certificates: Pkcs12Content['certificates'][number][] = [];
  const privateKeys: Uint8Array[] = [];
  for (const bag of partsOf(contents)) {
    const [type, tagged, attributes] = partsOf(bag);
    const value = partsOf(tagged)[0];
    switch (objectIdentifierOf(type)) {
      case KEY:
        if (value !== undefined) privateKeys.push(bytesOf(value));
        break;
      case SHROUDED_KEY: {
        const [algorithm, encrypted] = partsOf(value);
        privateKeys.push(privateKeyIn(await decryptByPassword(algorithm, octetsOf(encrypted), secret)));
        break;
      }
      case CERTIFICATE: {
        const certificate = x509Of(value);
        if (certificate !== undefined) certificates.push({ certificate, friendlyName: friendlyNameOf(attributes) });
        break;
      }
      case NESTED: {
        if (value === undefined) break;
        const inner = await bagsOf(value, secret, depth + 1);
        certificates.push(...inner.certificates);
        privateKeys.push(...inner.privateKeys);
        break;
      }
    }
  }
  return { certificates, privateKeys };
}

/**
 * Decrypted bytes that are a PrivateKeyInfo (RFC 5208 5). Where a file has no integrity check, one of 256 wrong passwords
 * gives a proper end by chance, but no key. Throws WrongPassword.
 */
function privateKeyIn(plain: Uint8Array): Uint8Array {
  try {
    const [version, algorithm, key] = partsOf(readBer(plain));
    const [identifier] = partsOf(algorithm);
    if (numberOf(version) !== undefined && isObjectIdentifier(identifier) && octetsOf(key).length > 0) return plain;
  } catch (error) {
    if (!(error instanceof UnreadableContent)) throw error;
  }
  throw new WrongPassword();
}

/** DER of a CertBag's certificate; undefined for one that is no X.509 certificate. */
function x509Of(bag: Ber | undefined): Uint8Array | undefined {
  const [type, tagged] = partsOf(bag);
  return objectIdentifierOf(type) === X509_CERTIFICATE ? octetsOf(partsOf(tagged)[0]) : undefined;
}

/** That of the certificate only: the one on a key is the name of its container where Windows wrote the file. */
function friendlyNameOf(attributes: Ber | undefined): string {
  if (attributes === undefined) return '';
  for (const attribute of partsOf(attributes)) {
    const [type, values] = partsOf(attribute);
    if (objectIdentifierOf(type) === FRIENDLY_NAME) return bmpTextOf(partsOf(values)[0]) ?? '';
  }
  return '';
}
