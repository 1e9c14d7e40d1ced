import { AsnConvert } from '@peculiar/asn1-schema';
import {
  BasicConstraints,
  id_ce_basicConstraints,
  id_ce_subjectAltName,
  SubjectAlternativeName,
  type TBSCertificate,
} from '@peculiar/asn1-x509';
import { commandError } from '../../../domain/errors/catalogue.ts';
import type { CertificateFacts, CertificateReader } from '../../../ports/certificate-reader.ts';
import { EMULATION_COMMENT } from '../../authority/embedded/emulation-comment.ts';
import { sha256Hex, thumbprint } from '../../x509/digests.ts';
import { commonName, nameText } from '../../x509/name-reading.ts';
import { OID } from '../../x509/object-identifiers.ts';
import { parsedCertificate } from '../../x509/parsed-certificate.ts';

/** Reads certificates by the ASN.1 schema of RFC 5280; checks their form, not their signature. */
export class Asn1CertificateReader implements CertificateReader {
  /** A CA hands out the same bytes with each certificate; they are read once. */
  readonly #known = new WeakMap<Uint8Array, CertificateFacts>();

  read(der: Uint8Array): CertificateFacts {
    const known = this.#known.get(der);
    if (known !== undefined) return known;
    try {
      const facts = readFacts(der);
      this.#known.set(der, facts);
      return facts;
    } catch (cause) {
      throw commandError('InvalidCertificate', {}, { cause });
    }
  }
}

/** One for all. */
export const asn1CertificateReader: CertificateReader = new Asn1CertificateReader();

function readFacts(der: Uint8Array): CertificateFacts {
  const body = parsedCertificate(der).tbsCertificate;
  return {
    issuer: nameText(body.issuer),
    subject: nameText(body.subject),
    serialNumber: Buffer.from(body.serialNumber).toString('hex').toUpperCase(),
    notBefore: body.validity.notBefore.getTime(),
    notAfter: body.validity.notAfter.getTime(),
    alternativeNames: dnsNames(body),
    thumbprint: thumbprint(der),
    spkiSha256: sha256Hex(new Uint8Array(AsnConvert.serialize(body.subjectPublicKeyInfo))),
    isCa: isCertificateAuthority(body),
    commonName: commonName(body.subject),
    hasRsaKey: body.subjectPublicKeyInfo.algorithm.algorithm === OID.rsaEncryption,
    hasPssSignature: body.signature.algorithm === OID.rsassaPss,
    namesRevocationList: extensionValue(body, OID.crlDistributionPoints) !== undefined,
    isEmulated: isEmulated(body),
  };
}

function dnsNames(body: TBSCertificate): string[] {
  const value = extensionValue(body, id_ce_subjectAltName);
  const names = value === undefined ? [] : AsnConvert.parse(value, SubjectAlternativeName);
  return Array.from(names).flatMap(({ dNSName }) => (dNSName === undefined ? [] : [dNSName]));
}

function isCertificateAuthority(body: TBSCertificate): boolean {
  const value = extensionValue(body, id_ce_basicConstraints);
  return value !== undefined && AsnConvert.parse(value, BasicConstraints).cA;
}

/** The text stands in the extension as it is, behind the two bytes of its type and length. */
function isEmulated(body: TBSCertificate): boolean {
  const value = extensionValue(body, OID.netscapeComment);
  return value !== undefined && Buffer.from(value).toString('latin1').endsWith(EMULATION_COMMENT);
}

function extensionValue(body: TBSCertificate, id: string): ArrayBuffer | undefined {
  return body.extensions?.find(({ extnID }) => extnID === id)?.extnValue.buffer;
}
