import type { DistinguishedName, NameAttribute } from '../../domain/x500/distinguished-name.ts';
import { NAME_ATTRIBUTE_OIDS, type NameStringKind, nameStringKind } from '../../domain/x500/name-encoding.ts';
import { type Der, ia5String, objectIdentifier, printableString, sequence, setOf, utf8String } from './der.ts';

const STRING_TYPES: { readonly [Kind in NameStringKind]: (value: string) => Der } = {
  printable: printableString,
  utf8: utf8String,
  ia5: ia5String,
};

/**
 * A name as an RDNSequence of one attribute each, in the reverse of its text: C first, CN last. Values go in as they
 * are, so that no text of theirs can be read as syntax.
 */
export function encodeName(name: DistinguishedName): Der {
  return sequence(...name.toReversed().map((attribute) => setOf(encodeAttribute(attribute))));
}

function encodeAttribute(attribute: NameAttribute): Der {
  const string = STRING_TYPES[nameStringKind(attribute)];
  return sequence(objectIdentifier(NAME_ATTRIBUTE_OIDS[attribute.type]), string(attribute.value));
}
