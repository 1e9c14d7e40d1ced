import {
  type AsnType,
  BitString,
  BmpString,
  Boolean as BooleanValue,
  Constructed,
  Enumerated,
  fromBER,
  GeneralizedTime,
  IA5String,
  Integer,
  Null,
  ObjectIdentifier,
  OctetString,
  Primitive,
  PrintableString,
  Sequence,
  Set as SetValue,
  UTCTime,
  Utf8String,
} from 'asn1js';

/**
 * The vocabulary for writing DER: one function a type, over asn1js. Structures that are written and never read back are
 * put together from it: a request costs a quarter of what @peculiar/x509's generators need, and loads in a tenth.
 */
export type Der = AsnType;

const CONTEXT_SPECIFIC = 3;
/** The last year that a UTCTime can hold in a certificate (RFC 5280 4.1.2.5). */
const LAST_UTC_TIME_YEAR = 2049;

export function sequence(...value: Der[]): Der {
  return new Sequence({ value });
}

/** SET OF with its members in the order DER asks for: by their encoding (X.690 11.6). */
export function setOf(...members: Der[]): Der {
  return new SetValue({ value: sorted(members) });
}

/** `[tag] IMPLICIT SET OF`, as the attributes of a PKCS#10 are. */
export function taggedSetOf(tagNumber: number, ...members: Der[]): Der {
  return new Constructed({ idBlock: { tagClass: CONTEXT_SPECIFIC, tagNumber }, value: sorted(members) });
}

/** `[tag] EXPLICIT` of one value, or `[tag] IMPLICIT SEQUENCE` of several. */
export function tagged(tagNumber: number, ...value: Der[]): Der {
  return new Constructed({ idBlock: { tagClass: CONTEXT_SPECIFIC, tagNumber }, value });
}

/** `[tag] IMPLICIT` of a primitive type with this content. */
export function taggedBytes(tagNumber: number, content: Uint8Array): Der {
  return new Primitive({ idBlock: { tagClass: CONTEXT_SPECIFIC, tagNumber }, valueHex: toBuffer(content) });
}

/** A value that is DER already. */
export function encoded(der: Uint8Array): Der {
  const { result, offset } = fromBER(toBuffer(der));
  if (offset !== der.length) {
    throw new TypeError('not one DER value');
  }
  return result;
}

export function objectIdentifier(value: string): Der {
  return new ObjectIdentifier({ value });
}

export function integer(value: number): Der {
  return new Integer({ value });
}

export function enumerated(value: number): Der {
  return new Enumerated({ value });
}

/** A non-negative number of any size from its big-endian bytes: no needless zeros, one where the sign bit is set. */
export function unsignedInteger(bytes: Uint8Array): Der {
  const first = bytes.findIndex((byte) => byte !== 0);
  const digits = first === -1 ? Uint8Array.of(0) : bytes.subarray(first);
  const positive = (digits[0] ?? 0) < 0x80 ? digits : Uint8Array.of(0, ...digits);
  return new Integer({ valueHex: toBuffer(positive) });
}

export function boolean(value: boolean): Der {
  return new BooleanValue({ value });
}

export function nothing(): Der {
  return new Null();
}

export function octetString(content: Uint8Array): Der {
  return new OctetString({ valueHex: toBuffer(content) });
}

export function bitString(content: Uint8Array, unusedBits = 0): Der {
  return new BitString({ valueHex: toBuffer(content), unusedBits });
}

export function printableString(value: string): Der {
  return new PrintableString({ value });
}

export function ia5String(value: string): Der {
  return new IA5String({ value });
}

export function utf8String(value: string): Der {
  return new Utf8String({ value });
}

export function bmpString(value: string): Der {
  return new BmpString({ value });
}

/** UTCTime up to 2049, GeneralizedTime from then on, whole seconds (RFC 5280 4.1.2.5). */
export function time(moment: Date): Der {
  return moment.getUTCFullYear() > LAST_UTC_TIME_YEAR
    ? new GeneralizedTime({ valueDate: wholeSeconds(moment) })
    : new UTCTime({ valueDate: wholeSeconds(moment) });
}

export function toBytes(value: Der): Uint8Array<ArrayBuffer> {
  return new Uint8Array(value.toBER());
}

function sorted(members: readonly Der[]): Der[] {
  return members.toSorted((left, right) => Buffer.compare(toBytes(left), toBytes(right)));
}

function wholeSeconds(moment: Date): Date {
  return new Date(Math.floor(moment.getTime() / 1000) * 1000);
}

/** asn1js takes buffers, not views: a copy that holds these bytes and no others. */
function toBuffer(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}
