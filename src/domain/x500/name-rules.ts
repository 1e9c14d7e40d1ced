import { commandError } from '../errors/catalogue.ts';
import type { DistinguishedName, NameAttribute, NameAttributeType } from './distinguished-name.ts';

/** Longest values in characters (X.520 upper bounds, RFC 5280 appendix A); a domain component is a DNS label. */
const NAME_ATTRIBUTE_LIMITS: { readonly [Type in Exclude<NameAttributeType, 'C'>]: number } = {
  CN: 64,
  OU: 64,
  O: 64,
  L: 128,
  S: 128,
  DC: 63,
};

const COUNTRY = /^[A-Za-z]{2}$/;

/**
 * Throws for the first attribute that cannot be encoded: `InvalidCountry`, `NameAttributeNotText`,
 * `NameAttributeTooLong`; for a name without a common name `MissingSubjectName`.
 */
export function checkDistinguishedName(name: DistinguishedName): void {
  if (!name.some(({ type }) => type === 'CN')) {
    throw commandError('MissingSubjectName', {});
  }
  for (const attribute of name) {
    checkNameAttribute(attribute);
  }
}

function checkNameAttribute({ type, value }: NameAttribute): void {
  if (type === 'C') {
    if (!COUNTRY.test(value)) {
      throw commandError('InvalidCountry', { country: value }, { target: value });
    }
    return;
  }
  if (value === '' || !value.isWellFormed()) {
    throw commandError('NameAttributeNotText', { attribute: type, value }, { target: value });
  }
  const limit = NAME_ATTRIBUTE_LIMITS[type];
  if (countCharacters(value) > limit) {
    throw commandError('NameAttributeTooLong', { attribute: type, value, limit }, { target: value });
  }
}

/** Characters in the sense of ASN.1: code points, not UTF-16 units. */
function countCharacters(text: string): number {
  return [...text].length;
}
