import { commandError } from '../errors/catalogue.ts';
import type { DistinguishedName, NameAttribute, NameAttributeType } from './distinguished-name.ts';

const TYPES = ['CN', 'OU', 'O', 'L', 'S', 'C', 'DC'] as const satisfies readonly NameAttributeType[];

/** With these a value may go on behind a comma, or an attribute have two values. */
const UNREADABLE = /["\\+;<>#]/;

/**
 * A subject as -Subject takes it: `CN=a, O=b`, or a common name alone, which has no equal sign (pages of the module PKI).
 * Values are not quoted. Error `SelfSignedValueRefused`.
 */
export function parseSubject(text: string): DistinguishedName {
  if (!text.includes('=')) return [{ type: 'CN', value: text.trim() }];
  if (UNREADABLE.test(text)) throw refused(text, 'quoted values and those with + ; < > # or a backslash are not read');
  return text.split(',').map((part) => attributeOf(part, text));
}

function attributeOf(part: string, text: string): NameAttribute {
  const [label = '', ...value] = part.split('=');
  const written = label.trim().toUpperCase();
  const type = TYPES.find((one) => one === (written === 'ST' ? 'S' : written));
  if (type === undefined || value.length !== 1) {
    throw refused(text, `"${part.trim()}" is not one of ${TYPES.join(', ')} with an equal sign and a value`);
  }
  return { type, value: value.join('').trim() };
}

function refused(value: string, reason: string) {
  return commandError('SelfSignedValueRefused', { parameter: 'Subject', value, reason }, { target: value });
}
