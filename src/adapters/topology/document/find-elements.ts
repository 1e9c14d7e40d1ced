import { SaxesParser, type SaxesTagNS } from 'saxes';
import { type DocumentText, invalidAt, quote } from './document-text.ts';
import type { XmlElement } from './xml-element.ts';

/** An element that was looked for, with its children, and what it stands in. */
export interface FoundElement {
  readonly element: XmlElement;
  /** The elements around it, outermost first; without their children. */
  readonly ancestors: readonly XmlElement[];
}

export interface FoundElements {
  readonly root: XmlElement;
  readonly found: readonly FoundElement[];
}

/** Deepest nesting: resolving a namespace costs the depth, so hostile nesting would cost its square. */
const DEPTH_LIMIT = 256;
/** Most attributes of one element; the documents have up to 14. */
const ATTRIBUTE_LIMIT = 64;
/** How much is given to the parser at once, in UTF-16 units: an error ends the work soon. */
const SLICE = 65_536;

/** Children that say nothing about names or roles. */
const IGNORED = new Set([
  'Location',
  'MCUs',
  'NetInterface',
  'OverrideUrls',
  'SimpleUrlEntry',
  'UpaSeparator',
  'WebComponents',
]);
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

interface OpenElement extends XmlElement {
  readonly children: XmlElement[];
  text: string;
  /** Whether it is part of an element that was looked for. */
  readonly kept: boolean;
}

/**
 * Parses an XML document and gives the elements that `isWanted` names, wherever they stand. Nothing is expanded and
 * nothing is fetched: a document type declaration is refused. Throws TopologyInvalid with line and column.
 */
export function findElements(
  source: DocumentText,
  isWanted: (namespace: string, name: string) => boolean,
): FoundElements {
  const search = new ElementSearch(source, isWanted);
  return search.run();
}

class ElementSearch {
  readonly #source: DocumentText;
  readonly #isWanted: (namespace: string, name: string) => boolean;
  readonly #parser = new SaxesParser({ xmlns: true });
  readonly #open: OpenElement[] = [];
  readonly #found: FoundElement[] = [];
  #root: XmlElement | undefined;
  #attributes = 0;

  constructor(source: DocumentText, isWanted: (namespace: string, name: string) => boolean) {
    this.#source = source;
    this.#isWanted = isWanted;
    const parser = this.#parser;
    parser.on('opentagstart', () => {
      this.#attributes = 0;
    });
    parser.on('attribute', () => {
      this.#attributes += 1;
      if (this.#attributes > ATTRIBUTE_LIMIT)
        throw this.#refused(`more than ${ATTRIBUTE_LIMIT} attributes on one element`);
    });
    parser.on('opentag', (tag) => this.#opened(tag));
    parser.on('closetag', () => {
      this.#open.pop();
    });
    parser.on('text', (text) => {
      const element = this.#open.at(-1);
      if (element?.kept) element.text += text;
    });
    parser.on('doctype', () => {
      throw this.#refused('a document type declaration is not allowed', '<!DOCTYPE');
    });
    parser.on('error', (error) => {
      throw this.#notWellFormed(error);
    });
  }

  run(): FoundElements {
    const { text } = this.#source;
    for (let start = 0; start < text.length; start += SLICE) this.#parser.write(text.slice(start, start + SLICE));
    this.#parser.close();
    if (this.#root === undefined) throw invalidAt(this.#source, 0, 'the document is empty');
    return { root: this.#root, found: this.#found };
  }

  #opened(tag: SaxesTagNS): void {
    const parent = this.#open.at(-1);
    const wanted = parent?.kept !== true && this.#isWanted(tag.uri, tag.local);
    const kept = wanted || (parent?.kept === true && !IGNORED.has(tag.local));
    const element: OpenElement = {
      namespace: tag.uri,
      name: tag.local,
      attributes: kept || parent?.kept !== true ? plainAttributes(tag) : NO_ATTRIBUTES,
      children: [],
      text: '',
      offset: this.#startOfTag('<'),
      kept,
    };
    if (wanted) this.#found.push({ element, ancestors: [...this.#open] });
    else if (kept) parent?.children.push(element);
    this.#root ??= element;
    this.#open.push(element);
    if (this.#open.length > DEPTH_LIMIT) throw this.#refused(`elements are nested more than ${DEPTH_LIMIT} deep`);
  }

  /** An attribute's value cannot hold `<`, so the last one before the parser's position opens the tag. */
  #startOfTag(opening: string): number {
    return Math.max(0, this.#source.text.lastIndexOf(opening, this.#parser.position - 1));
  }

  #refused(problem: string, opening = '<') {
    return invalidAt(this.#source, this.#startOfTag(opening), problem);
  }

  #notWellFormed(error: Error) {
    const offset = Math.max(0, Math.min(this.#parser.position, this.#source.text.length) - 1);
    const near = this.#source.text.slice(Math.max(0, offset - 19), offset + 21);
    const problem = `the XML is not well-formed (${kindOfError(error)})`;
    return invalidAt(this.#source, offset, near === '' ? problem : `${problem} near ${quote(near)}`);
  }
}

/** What the parser's message says before it begins to quote: `1:7: unclosed tag: name` gives `unclosed tag`. */
function kindOfError({ message }: Error): string {
  return (/^(?:\d+:\d+: )?(?<kind>[^:"{]{1,80})/.exec(message)?.groups?.['kind'] ?? 'syntax').replace(/[.\s]+$/, '');
}

function plainAttributes(tag: SaxesTagNS): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  for (const attribute of Object.values(tag.attributes))
    if (attribute.prefix === '' && attribute.local !== 'xmlns') attributes.set(attribute.local, attribute.value);
  return attributes;
}
