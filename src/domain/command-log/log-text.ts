import { DISPLAY_LIMIT, displayText } from '../display-text.ts';

/** Characters that no XML or HTML document may hold and displayText leaves alone. */
const NOT_IN_DOCUMENTS = /[\p{Cs}\p{Noncharacter_Code_Point}]/gu;

/** No stack trace needs more lines. */
const LINE_LIMIT = 200;

/** One line for the log: what displayText escapes, lone surrogates and noncharacters become `\u{…}`. */
export function logLine(text: string, limit: number = DISPLAY_LIMIT): string {
  return displayText(text, limit).replace(
    NOT_IN_DOCUMENTS,
    (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

/** A text whose line breaks are meant, such as a stack trace: each line by itself, 200 at most. */
export function logLines(text: string): string {
  const lines = text.split(/\r\n|\r|\n/);
  const shown = lines.slice(0, LINE_LIMIT).map((line) => logLine(line.replaceAll('\t', '    ')));
  return (lines.length > LINE_LIMIT ? [...shown, '\u2026'] : shown).join('\n');
}

/** Names in one line, comma-separated without blanks as the product writes them; the limit holds for each name. */
export function logList(values: readonly string[]): string {
  return values.map((value) => logLine(value)).join(',');
}
