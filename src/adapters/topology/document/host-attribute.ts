import { type DocumentText, invalidAt, quote } from './document-text.ts';
import type { AttributeName } from './vocabulary.ts';
import { attributeOf, requiredAttribute, type XmlElement } from './xml-element.ts';

/** Longest host name of DNS, in characters. */
const HOST_LIMIT = 255;
const NOT_IN_HOSTS = /[\s\p{Cc}"'<>\\/,;:@]/u;

/**
 * A host name: refused where a certificate or a message could not carry it at all. Whether it is a proper DNS name is
 * decided when it goes into a request. Throws TopologyInvalid.
 */
export function requiredHost(source: DocumentText, element: XmlElement, name: AttributeName): string {
  const host = requiredAttribute(source, element, name);
  if (host.length <= HOST_LIMIT && !NOT_IN_HOSTS.test(host)) return host;
  throw invalidAt(source, element.offset, `${name} of the element ${element.name} is ${quote(host)}, not a host name`);
}

/** As `requiredHost`, but undefined where the attribute is absent or blank. */
export function optionalHost(
  source: DocumentText,
  element: XmlElement | undefined,
  name: AttributeName,
): string | undefined {
  return element === undefined || attributeOf(element, name) === undefined
    ? undefined
    : requiredHost(source, element, name);
}
