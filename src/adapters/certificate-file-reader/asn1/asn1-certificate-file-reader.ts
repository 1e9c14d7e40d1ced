import { createPrivateKey, type KeyObject, X509Certificate } from 'node:crypto';
import { commandError } from '../../../domain/errors/catalogue.ts';
import {
  CERTIFICATE_FILE_LIMIT,
  type CertificateFile,
  type CertificateFileContent,
  type CertificateFileReader,
  type FileCertificate,
} from '../../../ports/certificate-file-reader.ts';
import { parsedCertificate } from '../../x509/parsed-certificate.ts';
import { UnreadableContent } from './ber.ts';
import { recognise } from './certificate-content.ts';
import { readPkcs12 } from './pkcs12.ts';
import type { Pkcs12Content } from './pkcs12-bags.ts';
import { WrongPassword } from './secret.ts';

/** More than any chain or bundle of roots has. */
const MOST_CERTIFICATES = 500;

/**
 * What its certificates and their friendly names may come to together: each has to fit a line of the protocol, where a
 * byte takes up to one and a half characters and a character of a name six.
 */
const MOST_CONTENT = 2_500_000;

/** Reads X.509, PKCS#7 and PKCS#12, binary or armoured, by what a file holds; asn1js for BER, Node for the ciphers. */
export const asn1CertificateFileReader: CertificateFileReader = {
  read: async (content) => {
    try {
      return await readContent(content);
    } catch (error) {
      throw asCommandError(error, content.path);
    }
  },
};

async function readContent({ bytes, password }: CertificateFileContent): Promise<CertificateFile> {
  if (bytes.length === 0) throw new UnreadableContent('it is empty');
  if (bytes.length > CERTIFICATE_FILE_LIMIT) throw new UnreadableContent('it is larger than 4 MB');
  const content = recognise(bytes);
  const { format, holdsUnreadKey } = content;
  const { certificates, privateKeys } =
    content.format === 'PKCS #12' ? await readPkcs12(content.pfx, password) : withoutKeys(content.certificates);
  const known = withoutRepeats(certificates);
  if (known.length === 0) throw new UnreadableContent('it holds no certificate');
  if (known.length > MOST_CERTIFICATES) {
    throw new UnreadableContent(`it holds more than ${MOST_CERTIFICATES} certificates`);
  }
  if (known.reduce((sum, one) => sum + sizeOf(one), 0) > MOST_CONTENT) {
    throw new UnreadableContent('its certificates and their friendly names are too long');
  }
  known.forEach(refuseDamaged);
  return { format, certificates: joinKeys(known, differentKeys(privateKeys)), holdsUnreadKey };
}

function withoutKeys(certificates: readonly Uint8Array[]): Pkcs12Content {
  return { certificates: certificates.map((certificate) => ({ certificate, friendlyName: '' })), privateKeys: [] };
}

function withoutRepeats(certificates: Pkcs12Content['certificates']): Pkcs12Content['certificates'] {
  const known = new Map(certificates.map((one) => [Buffer.from(one.certificate).toString('base64'), one]));
  return [...known.values()];
}

function sizeOf({ certificate, friendlyName }: Pkcs12Content['certificates'][number]): number {
  return certificate.length + 4 * friendlyName.length;
}

/**
 * Both readers have to know it: the schema takes things that OpenSSL, and so .NET's X509Certificate2, refuses. In the
 * store they would be in the way of every list.
 */
function refuseDamaged({ certificate }: { readonly certificate: Uint8Array }): void {
  try {
    parsedCertificate(certificate);
    new X509Certificate(certificate);
  } catch (cause) {
    throw new UnreadableContent('it holds something that is no X.509 certificate', { cause });
  }
}

/** Each key once, whatever is written beside it. */
function differentKeys(privateKeys: readonly Uint8Array[]): readonly KeyObject[] {
  const keys = privateKeys.map(keyObject);
  return [...new Map(keys.map((key) => [pkcs8Of(key).toString('base64'), key])).values()];
}

function keyObject(pkcs8: Uint8Array): KeyObject {
  try {
    return createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' });
  } catch (cause) {
    throw new UnreadableContent('it holds a private key that cannot be read', { cause });
  }
}

/** Windows keeps attributes beside the key; they do not come along. */
function pkcs8Of(key: KeyObject): Buffer {
  return key.export({ type: 'pkcs8', format: 'der' });
}

/** By the keys themselves: the identifiers that a PKCS#12 may hold only say what its writer thought. */
function joinKeys(certificates: Pkcs12Content['certificates'], keys: readonly KeyObject[]): readonly FileCertificate[] {
  const joined = certificates.map((one) => {
    const key = keys.length === 0 ? undefined : ownKey(one.certificate, keys);
    return { ...one, key };
  });
  if (keys.some((key) => joined.every((one) => one.key !== key))) {
    throw new UnreadableContent('it holds a private key that belongs to none of its certificates');
  }
  return joined.map(({ certificate, friendlyName, key }) => ({
    certificate,
    friendlyName,
    privateKey: key === undefined ? undefined : pkcs8Of(key),
  }));
}

function ownKey(certificate: Uint8Array, keys: readonly KeyObject[]): KeyObject | undefined {
  try {
    const read = new X509Certificate(certificate);
    return keys.find((key) => read.checkPrivateKey(key));
  } catch (cause) {
    throw new UnreadableContent('it holds a certificate that cannot be read', { cause });
  }
}

function asCommandError(error: unknown, path: string): unknown {
  const options = { target: path, cause: error };
  if (error instanceof WrongPassword) return commandError('CertificateFilePasswordWrong', {}, options);
  if (error instanceof UnreadableContent) {
    return commandError('CertificateFileInvalid', { path, reason: error.message }, options);
  }
  return error;
}
