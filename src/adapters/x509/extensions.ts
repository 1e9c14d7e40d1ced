import {
  bitString,
  bmpString,
  boolean,
  type Der,
  enumerated,
  ia5String,
  integer,
  objectIdentifier,
  octetString,
  sequence,
  tagged,
  taggedBytes,
  toBytes,
} from './der.ts';
import { OID } from './object-identifiers.ts';

/** An extension that has its value's DER, ready to be wrapped or measured. */
export interface Extension {
  readonly id: string;
  readonly critical: boolean;
  readonly value: Uint8Array;
}

/** Bits of KeyUsage by their number (RFC 5280 4.2.1.3). */
const KEY_USAGE = { digitalSignature: 0, keyEncipherment: 2, keyAgreement: 4, certificateSign: 5, crlSign: 6 };
export type KeyUsageName = keyof typeof KEY_USAGE;

/** Context tags of GeneralName (RFC 5280 4.2.1.6). */
const DNS_NAME = 2;
const UNIFORM_RESOURCE_IDENTIFIER = 6;

const ascii = new TextEncoder();

export function encodeExtensions(extensions: readonly Extension[]): Der {
  return sequence(...extensions.map(encodeExtension));
}

function encodeExtension({ id, critical, value }: Extension): Der {
  const flag = critical ? [boolean(true)] : [];
  return sequence(objectIdentifier(id), ...flag, octetString(value));
}

/** Critical, as Windows writes it. The eight bits of a KeyUsage suffice here; unused ones are cut off as DER asks. */
export function keyUsage(names: readonly KeyUsageName[]): Extension {
  const highest = Math.max(...names.map((name) => KEY_USAGE[name]));
  const byte = names.reduce((bits, name) => bits | (0x80 >> KEY_USAGE[name]), 0);
  return extension(OID.keyUsage, bitString(Uint8Array.of(byte), 7 - highest), true);
}

/** `usages` are object identifiers. */
export function extendedKeyUsage(usages: readonly string[]): Extension {
  return extension(OID.extendedKeyUsage, sequence(...usages.map(objectIdentifier)));
}

/** dNSNames in the given order; they have to be ASCII. */
export function subjectAlternativeName(dnsNames: readonly string[]): Extension {
  const names = dnsNames.map((name) => taggedBytes(DNS_NAME, ascii.encode(name)));
  return extension(OID.subjectAlternativeName, sequence(...names));
}

/** `identifier`: SHA-1 of the subjectPublicKey bits (RFC 5280 4.2.1.2, method 1). */
export function subjectKeyIdentifier(identifier: Uint8Array): Extension {
  return extension(OID.subjectKeyIdentifier, octetString(identifier));
}

export function authorityKeyIdentifier(identifier: Uint8Array): Extension {
  return extension(OID.authorityKeyIdentifier, sequence(taggedBytes(0, identifier)));
}

/** The name of a version 1 template, which AD CS writes as BMPString (certificate authorities 2.2). */
export function templateName(name: string): Extension {
  return extension(OID.templateName, bmpString(name));
}

/** Critical, without a path length. */
export function certificateAuthorityConstraints(): Extension {
  return extension(OID.basicConstraints, sequence(boolean(true)), true);
}

export function crlDistributionPoint(url: string): Extension {
  const fullName = tagged(0, tagged(0, uniformResourceIdentifier(url)));
  return extension(OID.crlDistributionPoints, sequence(sequence(fullName)));
}

export function authorityInformationAccess(url: string): Extension {
  const access = sequence(objectIdentifier(OID.caIssuers), uniformResourceIdentifier(url));
  return extension(OID.authorityInformationAccess, sequence(access));
}

/** The number of a revocation list (RFC 5280 5.2.3). */
export function crlNumber(number: number): Extension {
  return extension(OID.crlNumber, integer(number));
}

/** Why an entry is on a revocation list (RFC 5280 5.3.1). */
export function crlReason(code: number): Extension {
  return extension(OID.crlReason, enumerated(code));
}

/** Text that programs show beside a certificate; ASCII. */
export function comment(text: string): Extension {
  return extension(OID.netscapeComment, ia5String(text));
}

function uniformResourceIdentifier(url: string): Der {
  return taggedBytes(UNIFORM_RESOURCE_IDENTIFIER, ascii.encode(url));
}

function extension(id: string, value: Der, critical = false): Extension {
  return { id, critical, value: toBytes(value) };
}
