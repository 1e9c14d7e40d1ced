import {
  type AsnType,
  BmpString,
  Constructed,
  fromBER,
  Integer,
  ObjectIdentifier,
  OctetString,
  Primitive,
} from 'asn1js';

/** The vocabulary for reading BER as files bring it (indefinite lengths, strings in pieces), over asn1js. */
export type Ber = AsnType;

/** What a file breaks off or contradicts itself with; the end of a sentence about the file. */
export class UnreadableContent extends Error {}

/** Enough for some hundreds of certificates, and far fewer values than would take a second. */
const LIMITS = { maxDepth: 100, maxNodes: 60_000 };
const CONTEXT_SPECIFIC = 3;
const MISSHAPEN = 'it is damaged: a part of it is not what it should be';

/** The value that bytes begin with, and all that is in it; what follows it is not looked at. Throws UnreadableContent. */
export function readBer(bytes: Uint8Array): Ber {
  const value = parsed(bytes);
  if (value === undefined) throw new UnreadableContent('it is damaged or incomplete');
  return value;
}

/** The parser answers some faults and throws for others, such as a date that is none. */
function parsed(bytes: Uint8Array): Ber | undefined {
  try {
    const { result, offset } = fromBER(Uint8Array.from(bytes).buffer, LIMITS);
    return offset === -1 ? undefined : result;
  } catch {
    return undefined;
  }
}

/** The parts of a SEQUENCE, a SET or a tagged value. Throws UnreadableContent for anything else. */
export function partsOf(value: Ber | undefined): readonly Ber[] {
  if (!(value instanceof Constructed)) throw new UnreadableContent(MISSHAPEN);
  return value.valueBlock.value.filter(isNoEnd);
}

/** The octets of an OCTET STRING, in one piece or several, also under an implicit tag. Throws UnreadableContent. */
export function octetsOf(value: Ber | undefined): Uint8Array {
  if (value instanceof Primitive) return value.valueBlock.valueHexView;
  if (value instanceof OctetString && !value.idBlock.isConstructed) return value.valueBlock.valueHexView;
  if (!(value instanceof OctetString || value instanceof Constructed)) throw new UnreadableContent(MISSHAPEN);
  return Buffer.concat(value.valueBlock.value.filter(isNoEnd).map(octetsOf));
}

export function isObjectIdentifier(value: Ber | undefined): value is ObjectIdentifier {
  return value instanceof ObjectIdentifier;
}

/** Dotted text. Throws UnreadableContent. */
export function objectIdentifierOf(value: Ber | undefined): string {
  if (isObjectIdentifier(value)) return value.getValue();
  throw new UnreadableContent(MISSHAPEN);
}

/** A number that is not negative and fits; undefined for anything else. */
export function numberOf(value: Ber | undefined): number | undefined {
  if (!(value instanceof Integer)) return undefined;
  const number = Number(value.toBigInt());
  return Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}

/** Text of a BMPString; undefined for anything else. */
export function bmpTextOf(value: Ber | undefined): string | undefined {
  return value instanceof BmpString ? value.valueBlock.value : undefined;
}

/** The part with a context-specific tag. */
export function taggedPart(parts: readonly Ber[], tagNumber: number): Ber | undefined {
  return parts.find(({ idBlock }) => idBlock.tagClass === CONTEXT_SPECIFIC && idBlock.tagNumber === tagNumber);
}

/** The bytes of a value as the file has them. */
export function bytesOf(value: Ber): Uint8Array {
  return value.valueBeforeDecodeView;
}

/** An indefinite length ends with an empty value of its own. */
function isNoEnd({ idBlock }: Ber): boolean {
  return idBlock.tagClass !== 1 || idBlock.tagNumber !== 0;
}
