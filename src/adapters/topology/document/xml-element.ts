import { type DocumentText, invalidAt, quote } from './document-text.ts';
import type { AttributeName } from './vocabulary.ts';

/** An element of a document, without what the topology has no use for. */
export interface XmlElement {
  readonly namespace: string;
  readonly name: string;
  readonly attributes: { readonly [Name in AttributeName]?: string };
  readonly children: readonly XmlElement[];
  /** Character data directly inside it. */
  readonly text: string;
  /** Where its start tag begins, in UTF-16 units. */
  readonly offset: number;
}

/** The children of a local name, in document order; none for no element. */
export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** The first child of a local name. */
export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

/** An attribute's value; undefined where it is absent or blank. */
export function attributeOf(element: XmlElement | undefined, name: AttributeName): string | undefined {
  const value = element?.attributes[name]?.trim();
  return value === '' ? undefined : value;
}

/** Throws TopologyInvalid where the element has no such child. */
export function requiredChild(source: DocumentText, element: XmlElement, name: string): XmlElement {
  const child = childOf(element, name);
  if (child === undefined)
    throw invalidAt(source, element.offset, `the element ${element.name} has no ${name} element`);
  return child;
}

/** Throws TopologyInvalid where the attribute is absent or blank. */
export function requiredAttribute(source: DocumentText, element: XmlElement, name: AttributeName): string {
  const value = attributeOf(element, name);
  if (value === undefined) throw invalidAt(source, element.offset, `the element ${element.name} has no ${name}`);
  return value;
}

/** A whole number that is not negative. Throws TopologyInvalid for anything else. */
export function integerAttribute(source: DocumentText, element: XmlElement, name: AttributeName): number {
  const value = requiredAttribute(source, element, name);
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw invalidAt(source, element.offset, `${name} of the element ${element.name} is ${quote(value)}, not a number`);
}

/** A whole number that is not negative; undefined for anything else. */
export function numberOf(element: XmlElement | undefined, name: AttributeName): number | undefined {
  const value = attributeOf(element, name);
  return value !== undefined && /^\d{1,9}$/.test(value) ? Number(value) : undefined;
}
