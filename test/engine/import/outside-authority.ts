import 'reflect-metadata';
import {
  BasicConstraintsExtension,
  cryptoProvider,
  type Extension,
  Pkcs10CertificateRequest,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509';

const ALGORITHM = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };
const VALIDITY = { notBefore: new Date('2025-12-31T00:00:00Z'), notAfter: new Date('2049-01-01T00:00:00Z') };

cryptoProvider.set(globalThis.crypto);

/** What a CA that is not ours says in a certificate. */
export interface Said {
  readonly subject?: string;
  readonly alternativeNames?: readonly string[];
}

/** A root that is not ours and an intermediate CA below it; it signs whatever it is given. */
export class OutsideAuthority {
  /** DER. */
  readonly root: Uint8Array;
  readonly intermediate: Uint8Array;
  readonly #keys: CryptoKeyPair;

  private constructor(root: Uint8Array, intermediate: Uint8Array, keys: CryptoKeyPair) {
    this.root = root;
    this.intermediate = intermediate;
    this.#keys = keys;
  }

  static async open(): Promise<OutsideAuthority> {
    const [rootKeys, keys] = await Promise.all([generate(), generate()]);
    const root = await make('CN=Outside Root', 'CN=Outside Root', rootKeys.publicKey, rootKeys.privateKey, [ca()]);
    const intermediate = await make('CN=Outside CA', 'CN=Outside Root', keys.publicKey, rootKeys.privateKey, [ca()]);
    return new OutsideAuthority(root, intermediate, keys);
  }

  /** DER of a certificate for the key and, where nothing else is said, the names of a PKCS#10 (DER). */
  async sign(request: Uint8Array, said: Said = {}): Promise<Uint8Array> {
    const csr = new Pkcs10CertificateRequest(Buffer.from(request));
    const names = csr.extensions.find((one) => one instanceof SubjectAlternativeNameExtension);
    const given = said.alternativeNames?.map((value) => ({ type: 'dns' as const, value }));
    const extensions = given === undefined ? (names ? [names] : []) : [new SubjectAlternativeNameExtension(given)];
    const key = await csr.publicKey.export(globalThis.crypto);
    return make(said.subject ?? csr.subject, 'CN=Outside CA', key, this.#keys.privateKey, extensions);
  }
}

function generate(): Promise<CryptoKeyPair> {
  return globalThis.crypto.subtle.generateKey(ALGORITHM, true, ['sign', 'verify']);
}

function ca(): Extension {
  return new BasicConstraintsExtension(true, undefined, true);
}

async function make(
  subject: string,
  issuer: string,
  publicKey: CryptoKey,
  signingKey: CryptoKey,
  extensions: readonly Extension[],
): Promise<Uint8Array> {
  const names = { subject, issuer, publicKey, signingKey, signingAlgorithm: ALGORITHM };
  const certificate = await X509CertificateGenerator.create({ ...names, ...VALIDITY, extensions: [...extensions] });
  return new Uint8Array(certificate.rawData);
}
