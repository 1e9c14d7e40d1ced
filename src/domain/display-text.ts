/** Longest text from outside that a message shows, in characters. */
export const DISPLAY_LIMIT = 2000;

const UNSAFE = /[\p{Cc}\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/**
 * Makes text from outside (topology, CA, parameters) safe to show on one line: control, bidirectional and line
 * separator characters become `\u{…}` escapes, and what is longer than `limit` characters is cut with an ellipsis.
 */
export function displayText(text: string, limit: number = DISPLAY_LIMIT): string {
  const cut = text.length > limit ? `${text.slice(0, limit - 1)}\u2026` : text;
  return cut.replace(UNSAFE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
