import { commandError } from '../errors/catalogue.ts';

/** SHA-1. */
const DIGITS = 40;

/**
 * A thumbprint as it was typed or copied: any case, blanks between the digits. Throws ThumbprintNotValid, which tells the
 * mark that Windows' certificate dialog puts in front of what is copied from it.
 */
export function readThumbprint(text: string): string {
  const digits = text.replaceAll(/\s/g, '');
  const problem = problemOf(digits);
  if (problem === undefined) return digits.toUpperCase();
  throw commandError('ThumbprintNotValid', { thumbprint: text, problem }, { target: text });
}

function problemOf(digits: string): string | undefined {
  if (/^[0-9a-f]*$/i.test(digits)) return digits.length === DIGITS ? undefined : `it has ${digits.length} digits`;
  return /\p{Cf}/u.test(digits)
    ? 'it holds an invisible character, as a text copied from the certificate dialog does'
    : 'it holds a character that is no hexadecimal digit';
}
