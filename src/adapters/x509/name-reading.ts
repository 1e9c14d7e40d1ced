import type { AttributeTypeAndValue, AttributeValue, Name } from '@peculiar/asn1-x509';
import { formatNameAttribute } from '../../domain/x500/name-text.ts';

/** The labels that Windows prints for attribute types (CertNameToStr); others are printed as `OID.1.2.3`. */
const LABELS: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN',
  '2.5.4.4': 'SN',
  '2.5.4.5': 'SERIALNUMBER',
  '2.5.4.6': 'C',
  '2.5.4.7': 'L',
  '2.5.4.8': 'S',
  '2.5.4.9': 'STREET',
  '2.5.4.10': 'O',
  '2.5.4.11': 'OU',
  '2.5.4.12': 'T',
  '2.5.4.42': 'G',
  '2.5.4.43': 'I',
  '0.9.2342.19200300.100.1.25': 'DC',
  '1.2.840.113549.1.9.1': 'E',
};

/** The text that Windows and .NET show for an encoded name: last part first, a part of several values joined by ` + `. */
export function nameText(name: Name): string {
  return Array.from(name)
    .reverse()
    .map((parts) => Array.from(parts, attributeText).join(' + '))
    .join(', ');
}

const COMMON_NAME = '2.5.4.3';

/** The most specific common name of an encoded name; empty where it has none. */
export function commonName(name: Name): string {
  const values = Array.from(name).flatMap((parts) => Array.from(parts).filter(({ type }) => type === COMMON_NAME));
  const last = values.at(-1);
  return (last && stringValue(last.value)) ?? '';
}

function attributeText({ type, value }: AttributeTypeAndValue): string {
  const label = LABELS[type] ?? `OID.${type}`;
  const text = stringValue(value);
  return text === undefined
    ? `${label}=#${hexadecimal(value.anyValue)}`
    : formatNameAttribute({ type: label, value: text });
}

/** The value of whichever string type it has; undefined for a value that is no string. */
function stringValue(value: AttributeValue): string | undefined {
  return (
    value.printableString ??
    value.utf8String ??
    value.ia5String ??
    value.bmpString ??
    value.teletexString ??
    value.universalString
  );
}

function hexadecimal(value: ArrayBuffer | undefined): string {
  return Buffer.from(value ?? new ArrayBuffer(0))
    .toString('hex')
    .toUpperCase();
}
