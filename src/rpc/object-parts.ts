import type { ProductObject, ProductValue } from '../domain/product-object.ts';

/** An object on the line; one that it refers to is `{ "object": its number }`. */
interface WireObject {
  readonly typeNames: readonly string[];
  readonly text: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

/** Some of the objects in the order of their numbers, which begin with 0, the object that is put out. */
export interface ObjectPart {
  readonly objects: readonly WireObject[];
  /** Whether this is the last part. */
  readonly complete: boolean;
}

/** Characters of one part: a sixth of a line, since the line writes a character in up to six. */
const PART_CHARACTERS = 600_000;

/**
 * An object and all that it leads to, each once, in parts that fit a line. The table has no depth, so objects may refer
 * to one another in circles.
 */
export function* objectParts(root: ProductObject): Generator<ObjectPart> {
  const numbers = new Map<ProductObject, number>([[root, 0]]);
  let objects: WireObject[] = [];
  let characters = 0;
  // A map gives what is added while it is walked, too.
  for (const object of numbers.keys()) {
    const wired = wireObject(object, numbers);
    const length = JSON.stringify(wired).length;
    if (objects.length > 0 && characters + length > PART_CHARACTERS) {
      yield { objects, complete: false };
      objects = [];
      characters = 0;
    }
    objects.push(wired);
    characters += length;
  }
  yield { objects, complete: true };
}

function wireObject({ typeNames, text, properties }: ProductObject, numbers: Map<ProductObject, number>): WireObject {
  const entries = Object.entries(properties()).map(([name, value]) => [name, wireValue(value, numbers)]);
  return { typeNames, text, properties: Object.fromEntries(entries) };
}

function wireValue(value: ProductValue, numbers: Map<ProductObject, number>): unknown {
  if (isList(value)) return value.map((item) => wireValue(item, numbers));
  if (typeof value !== 'object' || value === null) return value;
  const number = numbers.get(value) ?? numbers.size;
  numbers.set(value, number);
  return { object: number };
}

function isList(value: ProductValue): value is readonly ProductValue[] {
  return Array.isArray(value);
}

/** A part of a long text. */
export interface TextPart {
  readonly text: string;
  /** Whether this is the last part. */
  readonly complete: boolean;
}

/** A text in parts that fit a line. */
export function* textParts(text: string): Generator<TextPart> {
  let start = 0;
  while (text.length - start > PART_CHARACTERS) {
    // A pair of surrogates stays together: half a character is no text.
    const end = start + PART_CHARACTERS - (isHighSurrogate(text.charCodeAt(start + PART_CHARACTERS - 1)) ? 1 : 0);
    yield { text: text.slice(start, end), complete: false };
    start = end;
  }
  yield { text: text.slice(start), complete: true };
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}
