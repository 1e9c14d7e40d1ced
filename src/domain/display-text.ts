/** Longest text from outside that a message shows, in characters. */
export const DISPLAY_LIMIT = 2000;

/** Characters that break a line, turn its direction, or cannot be seen, so that two different names would look alike. */
const UNSAFE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/**
 * Makes text from outside (topology, CA, parameters) safe to show on one line: control, bidirectional, invisible and line
 * separator characters become `\u{…}` escapes, and what is longer than `limit` characters is cut with an ellipsis.
 */
export function displayText(text: string, limit: number = DISPLAY_LIMIT): string {
  const cut = text.length > limit ? `${text.slice(0, limit - 1)}\u2026` : text;
  return cut.replace(UNSAFE, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
