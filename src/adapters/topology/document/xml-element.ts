import { type DocumentText, invalidAt, quote } from './document-text.ts';

/** An element of a document, without what the topology has no use for. */
export interface XmlElement {
  readonly namespace: string;
  readonly name: string;
  /** Attributes without a prefix. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** Character data directly inside it. */
  readonly text: string;
  /** Where its start tag begins, in UTF-16 units. */
  readonly offset: number;
}

export function childrenOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

/** An attribute's value; undefined where it is absent or blank. */
export function attributeOf(element: XmlElement | undefined, name: string): string | undefined {
  const value = element?.attributes.get(name)?.trim();
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
export function requiredAttribute(source: DocumentText, element: XmlElement, name: string): string {
  const value = attributeOf(element, name);
  if (value === undefined) throw invalidAt(source, element.offset, `the element ${element.name} has no ${name}`);
  return value;
}

/** A whole number that is not negative. Throws TopologyInvalid for anything else. */
export function integerAttribute(source: DocumentText, element: XmlElement, name: string): number {
  const value = requiredAttribute(source, element, name);
  if (/^\d{1,9}$/.test(value)) return Number(value);
  throw invalidAt(source, element.offset, `${name} of the element ${element.name} is ${quote(value)}, not a number`);
}

/** Longest host name of DNS, in characters. */
const HOST_LIMIT = 255;
const NOT_IN_HOSTS = /[\s\p{Cc}"'<>\\/,;:@]/u;

/**
 * A host name: refused where a certificate or a message could not carry it at all. Whether it is a proper DNS name is
 * decided when it goes into a request. Throws TopologyInvalid.
 */
export function requiredHost(source: DocumentText, element: XmlElement, name: string): string {
  const host = requiredAttribute(source, element, name);
  if (host.length <= HOST_LIMIT && !NOT_IN_HOSTS.test(host)) return host;
  throw invalidAt(source, element.offset, `${name} of the element ${element.name} is ${quote(host)}, not a host name`);
}

/** As `requiredHost`, but undefined where the attribute is absent or blank. */
export function optionalHost(source: DocumentText, element: XmlElement | undefined, name: string): string | undefined {
  return element === undefined || attributeOf(element, name) === undefined
    ? undefined
    : requiredHost(source, element, name);
}
