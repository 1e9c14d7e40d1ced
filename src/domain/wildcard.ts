type Token = 'any run' | ((character: string) => boolean);

const ESCAPE = '`';

/**
 * A wildcard pattern as PowerShell reads one: `*`, `?`, sets such as `[a-f]`, and the backtick before a character that
 * stands for itself; letter case does not count. Matching takes at most pattern times text steps.
 */
export class Wildcard {
  readonly #tokens: readonly Token[];

  private constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  /** Undefined for a pattern whose last set has no end. */
  static parse(pattern: string): Wildcard | undefined {
    const tokens: Token[] = [];
    const characters = [...pattern.toLowerCase()];
    for (let at = 0; at < characters.length; at += 1) {
      const character = characters[at] ?? '';
      if (character === '[') {
        const end = characters.indexOf(']', at + 1);
        if (end < 0) return undefined;
        tokens.push(oneOf(characters.slice(at + 1, end)));
        at = end;
      } else if (character === ESCAPE && at + 1 < characters.length) {
        at += 1;
        tokens.push(oneOf([characters[at] ?? '']));
      } else if (character === '*') {
        if (tokens.at(-1) !== 'any run') tokens.push('any run');
      } else tokens.push(character === '?' ? () => true : oneOf([character]));
    }
    return new Wildcard(tokens);
  }

  matches(text: string): boolean {
    const characters = [...text.toLowerCase()];
    let token = 0;
    let at = 0;
    let run: { readonly token: number; readonly at: number } | undefined;
    while (at < characters.length) {
      const wanted = this.#tokens[token];
      if (wanted === 'any run') {
        run = { token, at };
        token += 1;
      } else if (wanted?.(characters[at] ?? '') === true) {
        token += 1;
        at += 1;
      } else if (run !== undefined) {
        // The last run takes one character more; earlier runs need no second try.
        at = run.at + 1;
        token = run.token + 1;
        run = { token: run.token, at };
      } else return false;
    }
    return this.#tokens.slice(token).every((rest) => rest === 'any run');
  }
}

/** A set of characters and ranges; a dash at either end stands for itself. */
function oneOf(members: readonly string[]): (character: string) => boolean {
  const ranges: (readonly [string, string])[] = [];
  for (let at = 0; at < members.length; at += 1) {
    const first = members[at] ?? '';
    const last = members[at + 1] === '-' ? members[at + 2] : undefined;
    ranges.push([first, last ?? first]);
    if (last !== undefined) at += 2;
  }
  return (character) => ranges.some(([first, last]) => first <= character && character <= last);
}
