import type { NameAttribute, NameAttributeType } from './distinguished-name.ts';

/** The ASN.1 string types of DirectoryString and its kin that a name uses. */
export type NameStringKind = 'printable' | 'utf8' | 'ia5';

/** Object identifiers of the attribute types (X.520; DC: RFC 4519 2.4). */
export const NAME_ATTRIBUTE_OIDS: { readonly [Type in NameAttributeType]: string } = {
  CN: '2.5.4.3',
  OU: '2.5.4.11',
  O: '2.5.4.10',
  L: '2.5.4.7',
  S: '2.5.4.8',
  C: '2.5.4.6',
  DC: '0.9.2342.19200300.100.1.25',
};

/** The alphabet of PrintableString (X.680 41.4). */
const PRINTABLE = /^[A-Za-z0-9 '()+,\-./:=?]*$/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: IA5String is ASCII with its control characters (X.680 41.3)
const IA5 = /^[\u0000-\u007f]*$/;

/**
 * The string type that an attribute's value is written in: PrintableString where its alphabet allows, else UTF8String;
 * a domain component is an IA5String (RFC 5280 4.1.2.4 and appendix A).
 */
export function nameStringKind(attribute: NameAttribute): NameStringKind {
  if (attribute.type === 'DC' && IA5.test(attribute.value)) {
    return 'ia5';
  }
  return PRINTABLE.test(attribute.value) ? 'printable' : 'utf8';
}
