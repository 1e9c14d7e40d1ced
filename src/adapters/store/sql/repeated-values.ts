/**
 * What the rows of one list have in common is read once and kept once: of ten thousand requests most have the same CA,
 * template, uses and names.
 */
export class RepeatedValues {
  readonly #texts = new Map<string, string>();
  readonly #values = new Map<unknown, Map<string, unknown>>();

  /** An equal text, the same one every time. */
  text(text: string): string {
    const known = this.#texts.get(text);
    if (known !== undefined) return known;
    this.#texts.set(text, text);
    return text;
  }

  /** What `parse`, the same function every time, makes of a text. Callers do not change what they get. */
  read<Value>(text: string, parse: (text: string) => Value): Value {
    let values = this.#values.get(parse) as Map<string, Value> | undefined;
    if (values === undefined) {
      values = new Map();
      this.#values.set(parse, values);
    }
    const known = values.get(text);
    if (known !== undefined) return known;
    const value = parse(text);
    values.set(text, value);
    return value;
  }
}
