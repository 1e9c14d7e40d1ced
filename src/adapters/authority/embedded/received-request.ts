import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import { CertificationRequest, type CertificationRequestInfo } from '@peculiar/asn1-csr';
import { AsnConvert } from '@peculiar/asn1-schema';
import { ExtendedKeyUsage, Extensions, SubjectAlternativeName } from '@peculiar/asn1-x509';
import { BmpString, fromBER } from 'asn1js';
import { nameText } from '../../x509/name-reading.ts';
import { OID } from '../../x509/object-identifiers.ts';
import { parseExactly } from '../../x509/parse-exactly.ts';
import { REFUSALS, type Refusal } from './refusal.ts';

/** What the CA takes from a request whose signature it has verified. */
export interface ReceivedRequest {
  readonly kind: 'received';
  /** DER of the subject, as the requester wrote it; undefined for an empty one. */
  readonly subject: Uint8Array | undefined;
  /** As Windows shows it; empty for an empty one. */
  readonly subjectText: string;
  /** DER of SubjectPublicKeyInfo. */
  readonly spki: Uint8Array;
  readonly publicKeyBits: Uint8Array;
  /** Bits of an RSA modulus; undefined for a key on a curve. */
  readonly rsaKeySize: number | undefined;
  /** DER of the subject alternative name extension's value. */
  readonly alternativeName: Uint8Array | undefined;
  /** dNSNames among the alternative names. */
  readonly dnsNames: readonly string[];
  /** Object identifiers. */
  readonly extendedKeyUsages: readonly string[];
  readonly template: string | undefined;
}

const HASHES: Readonly<Record<string, string>> = {
  [OID.sha256WithRsaEncryption]: 'sha256',
  [OID.ecdsaWithSha256]: 'sha256',
  [OID.ecdsaWithSha384]: 'sha384',
  [OID.ecdsaWithSha512]: 'sha512',
};

/** Reads a PKCS#10 and verifies that its key signed it; a refusal says what is wrong with it. */
export function receiveRequest(der: Uint8Array): ReceivedRequest | Refusal {
  try {
    const request = parseExactly(der, CertificationRequest);
    return verifyRequest(request) ?? readRequest(request.certificationRequestInfo);
  } catch {
    return REFUSALS.malformed();
  }
}

function verifyRequest(request: CertificationRequest): Refusal | undefined {
  const hash = HASHES[request.signatureAlgorithm.algorithm];
  if (hash === undefined) {
    return REFUSALS.unknownAlgorithm();
  }
  const signed = new Uint8Array(request.certificationRequestInfoRaw ?? new ArrayBuffer(0));
  const key = publicKey(request.certificationRequestInfo);
  return verify(hash, signed, key, new Uint8Array(request.signature)) ? undefined : REFUSALS.badSignature();
}

function readRequest(info: CertificationRequestInfo): ReceivedRequest {
  const extensions = requestedExtensions(info);
  const usages = extensions.get(OID.extendedKeyUsage);
  const template = extensions.get(OID.templateName);
  const alternativeName = extensions.get(OID.subjectAlternativeName);
  return {
    kind: 'received',
    subjectText: nameText(info.subject),
    subject: info.subject.length === 0 ? undefined : new Uint8Array(AsnConvert.serialize(info.subject)),
    spki: new Uint8Array(AsnConvert.serialize(info.subjectPKInfo)),
    publicKeyBits: new Uint8Array(info.subjectPKInfo.subjectPublicKey),
    rsaKeySize: publicKey(info).asymmetricKeyDetails?.modulusLength,
    alternativeName,
    dnsNames: alternativeName === undefined ? [] : readDnsNames(alternativeName),
    extendedKeyUsages: usages === undefined ? [] : [...AsnConvert.parse(usages, ExtendedKeyUsage)],
    template: template === undefined ? undefined : readTemplateName(template),
  };
}

function publicKey(info: CertificationRequestInfo): KeyObject {
  const spki = Buffer.from(AsnConvert.serialize(info.subjectPKInfo));
  return createPublicKey({ key: spki, format: 'der', type: 'spki' });
}

/** Values by object identifier, from the extension request under either of its names; none may stand there twice. */
function requestedExtensions(info: CertificationRequestInfo): Map<string, Uint8Array> {
  const values = new Map<string, Uint8Array>();
  for (const attribute of info.attributes) {
    const value = attribute.values[0];
    const isRequest = attribute.type === OID.extensionRequest || attribute.type === OID.microsoftExtensionRequest;
    if (!isRequest || value === undefined) {
      continue;
    }
    for (const { extnID, extnValue } of AsnConvert.parse(value, Extensions)) {
      if (values.has(extnID)) {
        throw new TypeError(`the extension ${extnID} is there twice`);
      }
      values.set(extnID, new Uint8Array(extnValue.buffer));
    }
  }
  return values;
}

/** The extension is copied as it is, so it has to be what it says. */
function readDnsNames(value: Uint8Array): readonly string[] {
  const names = parseExactly(value, SubjectAlternativeName);
  return Array.from(names).flatMap(({ dNSName }) => (dNSName === undefined ? [] : [dNSName]));
}

function readTemplateName(value: Uint8Array): string {
  const { result } = fromBER(Uint8Array.from(value).buffer);
  if (!(result instanceof BmpString)) {
    throw new TypeError('the template name is no BMPString');
  }
  return result.valueBlock.value;
}
