import { SaxesParser, type SaxesTagNS } from 'saxes';
import type { CommandError } from '../../../domain/errors/command-error.ts';
import { type DocumentText, invalidAt, quote } from './document-text.ts';
import { type AttributeName, NAMES, type Vocabulary } from './vocabulary.ts';
import type { XmlElement } from './xml-element.ts';

/** An element that was looked for, with its children, and what it stands in. */
export interface FoundElement {
  readonly element: XmlElement;
  /** The elements around it, outermost first; without their children. */
  readonly ancestors: readonly XmlElement[];
  /** Where its end tag ends, in UTF-16 units. */
  readonly end: number;
}

export interface FoundElements {
  readonly root: XmlElement;
  readonly found: readonly FoundElement[];
}

/** Names the elements that are looked for. */
export type IsWanted = (namespace: string, name: string) => boolean;

/** Deepest nesting: resolving a namespace costs the depth, so hostile nesting would cost its square. */
const DEPTH_LIMIT = 256;
/** Most attributes of one element; the documents have up to 14. */
const ATTRIBUTE_LIMIT = 64;
/** Most elements of a document, and most that are kept: some 25 MB of real topology. */
const ELEMENT_LIMIT = 500_000;
const KEPT_LIMIT = 200_000;
/** Most references such as `&amp;`: each costs the parser more memory than its text. */
const REFERENCE_LIMIT = 100_000;
/** How much is given to the parser at once, in UTF-16 units: an error ends the work soon. */
const SLICE = 65_536;

const NO_ATTRIBUTES: XmlElement['attributes'] = {};

interface OpenFound extends FoundElement {
  end: number;
}

interface OpenElement extends XmlElement {
  children: XmlElement[];
  text: string;
  /** Whether it is part of an element that was looked for. */
  readonly kept: boolean;
}

/**
 * Parses an XML document and gives the elements that `isWanted` names, wherever they stand, with what the vocabulary
 * keeps of them. Nothing is expanded and nothing is fetched: a document type declaration is refused. Throws
 * TopologyInvalid with line and column.
 */
export function findElements(source: DocumentText, isWanted: IsWanted, vocabulary: Vocabulary = NAMES): FoundElements {
  refuseDeclarations(source);
  return new ElementSearch(source, isWanted, vocabulary).run();
}

/** What would cost more to parse than it says; refused wherever it stands, a comment included. */
function refuseDeclarations(source: DocumentText): void {
  const { text } = source;
  const declaration = text.search(/<!(?:DOCTYPE|ENTITY)/);
  if (declaration >= 0) throw invalidAt(source, declaration, 'a document type declaration is not allowed');
  let references = 0;
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
    references += 1;
    if (references > REFERENCE_LIMIT) throw invalidAt(source, at, `more than ${REFERENCE_LIMIT} character references`);
  }
}

class ElementSearch {
  readonly #source: DocumentText;
  readonly #isWanted: IsWanted;
  readonly #vocabulary: Vocabulary;
  readonly #parser = new SaxesParser({ xmlns: true });
  readonly #open: OpenElement[] = [];
  readonly #found: OpenFound[] = [];
  /** Values come again and again; each is kept once. */
  readonly #values = new Map<string, string>();
  #root: XmlElement | undefined;
  #elements = 0;
  #kept = 0;
  #attributes = 0;

  constructor(source: DocumentText, isWanted: IsWanted, vocabulary: Vocabulary) {
    this.#source = source;
    this.#isWanted = isWanted;
    this.#vocabulary = vocabulary;
    // Five handlers and no more, `text` included: with seven, V8 gives the parser slow properties and it takes four times as long.
    this.#parser.on('attribute', () => this.#attributeRead());
    this.#parser.on('opentag', (tag) => this.#opened(tag));
    this.#parser.on('closetag', () => this.#closed());
    this.#parser.on('error', (error) => {
      throw this.#notWellFormed(error);
    });
  }

  run(): FoundElements {
    const { text } = this.#source;
    for (let start = 0; start < text.length; start += SLICE) this.#parser.write(text.slice(start, start + SLICE));
    this.#parser.close();
    if (this.#root === undefined) throw invalidAt(this.#source, 0, 'there is no element in it');
    return { root: this.#root, found: this.#found };
  }

  #attributeRead(): void {
    this.#attributes += 1;
    if (this.#attributes > ATTRIBUTE_LIMIT)
      throw this.#refused(`an element has more than ${ATTRIBUTE_LIMIT} attributes`);
  }

  #opened(tag: SaxesTagNS): void {
    this.#attributes = 0;
    const parent = this.#open.at(-1);
    const inside = parent?.kept === true;
    const wanted = !inside && this.#isWanted(tag.uri, tag.local);
    const kept = wanted || (inside && !this.#vocabulary.ignored.has(tag.local));
    const element = this.#toElement(tag, kept, kept || !inside);
    if (wanted) this.#found.push({ element, ancestors: [...this.#open], end: 0 });
    else if (element.kept && parent !== undefined) addChild(parent, element);
    this.#root ??= element;
    this.#open.push(element);
    this.#count(element);
    if (element.kept && this.#vocabulary.withText.has(tag.local))
      this.#parser.on('text', (text) => this.#textRead(text));
  }

  #closed(): void {
    const element = this.#open.pop();
    if (element !== undefined && this.#vocabulary.withText.has(element.name)) this.#parser.off('text');
    const found = this.#found.at(-1);
    if (found?.element === element && found !== undefined) found.end = this.#parser.position;
  }

  #textRead(text: string): void {
    const element = this.#open.at(-1);
    if (element?.kept) element.text += text;
  }

  #count({ kept }: OpenElement): void {
    this.#elements += 1;
    this.#kept += kept ? 1 : 0;
    if (this.#elements > ELEMENT_LIMIT || this.#kept > KEPT_LIMIT) throw this.#refused('there are too many elements');
    if (this.#open.length > DEPTH_LIMIT) throw this.#refused(`elements are nested more than ${DEPTH_LIMIT} deep`);
  }

  #toElement(tag: SaxesTagNS, kept: boolean, withAttributes: boolean): OpenElement {
    const attributes = withAttributes ? this.#toAttributes(tag) : NO_ATTRIBUTES;
    const offset = this.#startOfTag();
    return {
      namespace: this.#once(tag.uri),
      name: this.#once(tag.local),
      attributes,
      children: NO_CHILDREN,
      text: '',
      offset,
      kept,
    };
  }

  #toAttributes(tag: SaxesTagNS): XmlElement['attributes'] {
    const attributes: { [Name in AttributeName]?: string } = {};
    for (const name in tag.attributes) {
      const known = this.#vocabulary.attributes.get(name);
      if (known !== undefined) attributes[known] = this.#once(tag.attributes[name]?.value ?? '');
    }
    return attributes;
  }

  #once(value: string): string {
    const known = this.#values.get(value);
    if (known !== undefined) return known;
    this.#values.set(value, value);
    return value;
  }

  /** An attribute's value cannot hold `<`, so the last one before the parser's position opens the tag. */
  #startOfTag(): number {
    return Math.max(0, this.#source.text.lastIndexOf('<', this.#parser.position - 1));
  }

  #refused(problem: string): CommandError {
    return invalidAt(this.#source, this.#startOfTag(), problem);
  }

  #notWellFormed(error: Error): CommandError {
    const offset = Math.max(0, Math.min(this.#parser.position, this.#source.text.length) - 1);
    const near = this.#source.text.slice(Math.max(0, offset - 19), offset + 21);
    const problem = `the XML is not well-formed (${kindOfError(error)})`;
    return invalidAt(this.#source, offset, near === '' ? problem : `${problem} near ${quote(near)}`);
  }
}

/** Most elements have no children: they share one empty list. */
const NO_CHILDREN: XmlElement[] = [];

function addChild(parent: OpenElement, child: XmlElement): void {
  if (parent.children === NO_CHILDREN) parent.children = [child];
  else parent.children.push(child);
}

/** What the parser's message says before it begins to quote: `1:7: unclosed tag: name` gives `unclosed tag`. */
function kindOfError({ message }: Error): string {
  return (/^(?:\d+:\d+: )?(?<kind>[^:"{]{1,80})/.exec(message)?.groups?.['kind'] ?? 'syntax').replace(/[.\s]+$/, '');
}
