import { styleText } from 'node:util';

/** Columns of everything that is shown. */
export const WIDTH = 100;
const NAME_WIDTH = 12;

type Style = Parameters<typeof styleText>[0];

/** Writes to standard output; colour only where it is a terminal that wants it. */
export const display = {
  blank(): void {
    console.log();
  },

  heading(text: string): void {
    console.log(paint(['bold', 'cyan'], text));
  },

  /** A command as one would type it, folded at blanks. */
  command(line: string): void {
    const [first = '', ...rest] = fold(line, WIDTH - 5);
    console.log(`${paint('dim', 'PS>')} ${paint('bold', first)}`);
    for (const text of rest) console.log(`      ${paint('bold', text)}`);
  },

  text(text: string): void {
    for (const line of text.split('\n').flatMap((part) => fold(part, WIDTH))) console.log(line);
  },

  warning(text: string): void {
    for (const line of fold(`WARNING: ${text}`, WIDTH)) console.log(paint('yellow', line));
  },

  failure(text: string): void {
    for (const line of text.split('\n').flatMap((part) => fold(part, WIDTH))) console.error(paint('red', line));
  },

  good(text: string): string {
    return paint('green', text);
  },

  /** A view as PowerShell gave it, without the blank lines around it. */
  view(text: string): void {
    console.log(text.replace(/^(?:[ \t]*\r?\n)+/, '').trimEnd());
  },

  /** Rows of a name and a text, the texts below each other; an empty name goes on with the row above. */
  rows(rows: readonly (readonly [name: string, text: string])[], indent: number): void {
    for (const [name, text] of rows) {
      const [first = '', ...rest] = fold(text, WIDTH - indent - NAME_WIDTH);
      console.log(`${' '.repeat(indent)}${paint('dim', name.padEnd(NAME_WIDTH))}${first}`);
      for (const line of rest) console.log(' '.repeat(indent + NAME_WIDTH) + line);
    }
  },
};

function paint(style: Style, text: string): string {
  return styleText(style, text, { stream: process.stdout });
}

/** Lines of at most so many columns, broken at blanks; a longer word, such as a path, is left whole. */
export function fold(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}
