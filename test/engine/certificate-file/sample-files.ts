import { createPrivateKey } from 'node:crypto';
import { nativeKeyProvider } from '../../../src/adapters/request-encoder/x509/key-provider.ts';
import { X509RequestEncoder } from '../../../src/adapters/request-encoder/x509/x509-request-encoder.ts';
import {
  bmpString,
  type Der,
  encoded,
  integer,
  objectIdentifier,
  octetString,
  sequence,
  setOf,
  tagged,
  toBytes,
} from '../../../src/adapters/x509/der.ts';
import type { KeyAlgorithm } from '../../../src/domain/request/key-algorithm.ts';
import { lintRequest } from '../../../src/domain/request/linter.ts';
import { subjectName } from '../../../src/domain/x500/distinguished-name.ts';
import { authorities, CONFIG, SUBMISSION } from '../authority/rehearsal.ts';

/** A certificate with its key and the root above it, DER each. */
export interface SampleCertificate {
  readonly certificate: Uint8Array;
  readonly root: Uint8Array;
  readonly request: Uint8Array;
  readonly privateKey: Uint8Array;
}

const ca = authorities().find(CONFIG);

export async function sampleCertificate(keyAlgorithm: KeyAlgorithm = 'ECDH_P256'): Promise<SampleCertificate> {
  const encoder = new X509RequestEncoder(nativeKeyProvider());
  const key = await encoder.generateKey(keyAlgorithm, 2048);
  const plan = {
    subject: subjectName('pool1.litwareinc.com', {}),
    alternativeNames: ['pool1.litwareinc.com'],
    keyAlgorithm,
    keySize: 2048,
    clientAuthentication: false,
    template: 'WebServer',
    clientInfo: undefined,
  } as const;
  const linted = lintRequest(plan, await encoder.encode(plan, key));
  const verdict = await ca?.submit(linted, SUBMISSION);
  const [root] = verdict?.kind === 'issued' ? verdict.chain : [];
  if (verdict?.kind !== 'issued' || root === undefined) throw new Error('the CA has not issued');
  return {
    certificate: verdict.certificate,
    root,
    request: linted.encoded.der,
    privateKey: await key.exportPkcs8(),
  };
}

const BAG = '1.2.840.113549.1.12.10.1';

/** A bag of a certificate as RFC 7292 4.2.3 has it. */
export function certificateBag(certificate: Uint8Array, friendlyName?: string): Der {
  const value = sequence(objectIdentifier('1.2.840.113549.1.9.22.1'), tagged(0, octetString(certificate)));
  const name = friendlyName === undefined ? [] : [attribute('1.2.840.113549.1.9.20', bmpString(friendlyName))];
  return bag(`${BAG}.3`, value, ...name);
}

/** A bag of a key in clear. */
export function keyBag(pkcs8: Uint8Array, ...attributes: readonly Der[]): Der {
  return bag(`${BAG}.1`, encoded(pkcs8), ...attributes);
}

export function revocationListBag(): Der {
  return bag(
    `${BAG}.4`,
    sequence(objectIdentifier('1.2.840.113549.1.9.23.1'), tagged(0, octetString(Uint8Array.of(5, 0)))),
  );
}

/** Bags within a bag. */
export function nestedBag(...bags: readonly Der[]): Der {
  return bag(`${BAG}.6`, sequence(...bags));
}

export function attribute(oid: string, value: Der): Der {
  return sequence(objectIdentifier(oid), setOf(value));
}

/** A PFX without encryption and without an integrity check. */
export function plainPfx(...bags: readonly Der[]): Uint8Array {
  const safe = sequence(data(toBytes(sequence(...bags))));
  return toBytes(sequence(integer(3), data(toBytes(safe))));
}

export function data(content: Uint8Array): Der {
  return sequence(objectIdentifier('1.2.840.113549.1.7.1'), tagged(0, octetString(content)));
}

/** The same PFX as streaming writers make it: lengths that are not known before, strings in pieces. */
export function plainPfxInPieces(...bags: readonly Der[]): Uint8Array {
  const safe = indefinite(0x30, dataInPieces(toBytes(sequence(...bags))));
  return indefinite(0x30, toBytes(integer(3)), dataInPieces(safe));
}

function dataInPieces(content: Uint8Array): Uint8Array {
  const middle = Math.floor(content.length / 2);
  const pieces = [content.subarray(0, middle), content.subarray(middle)].map((piece) => toBytes(octetString(piece)));
  // A string in pieces within a string in pieces is allowed too (X.690 8.7.3.2).
  const [first = new Uint8Array(), second = new Uint8Array()] = pieces;
  const string = indefinite(0x24, first, indefinite(0x24, second));
  return indefinite(0x30, toBytes(objectIdentifier('1.2.840.113549.1.7.1')), indefinite(0xa0, string));
}

/** A value of indefinite length (X.690 8.1.3.6). */
function indefinite(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat([Uint8Array.of(tag, 0x80), ...parts, Uint8Array.of(0, 0)]);
}

/** PKCS#7 with certificates and nothing signed (RFC 5652 5.1). */
export function degenerateSignedData(...certificates: readonly Uint8Array[]): Uint8Array {
  const signed = sequence(
    integer(1),
    setOf(),
    sequence(objectIdentifier('1.2.840.113549.1.7.1')),
    tagged(0, ...certificates.map(encoded)),
    setOf(),
  );
  return toBytes(sequence(objectIdentifier('1.2.840.113549.1.7.2'), tagged(0, signed)));
}

/** Whether the bytes are a private key in PKCS#8, and the same one. */
export function isSameKey(left: Uint8Array | undefined, right: Uint8Array): boolean {
  if (left === undefined) return false;
  const [one, other] = [left, right].map((key) =>
    createPrivateKey({ key: Buffer.from(key), format: 'der', type: 'pkcs8' }),
  );
  return one?.asymmetricKeyType === other?.asymmetricKeyType && one !== undefined && other?.equals(one) === true;
}

function bag(oid: string, value: Der, ...attributes: readonly Der[]): Der {
  return sequence(objectIdentifier(oid), tagged(0, value), ...(attributes.length === 0 ? [] : [setOf(...attributes)]));
}
