import type { SimpleUrlCollection } from '../../../domain/topology/simple-url-collections.ts';
import type { SimpleUrl } from '../../../domain/topology/simple-urls.ts';
import type { DocumentText } from '../document/document-text.ts';
import type { FoundElement } from '../document/find-elements.ts';
import { isTrue } from '../document/shared-elements.ts';
import { attributeOf, childrenOf, requiredAttribute, type XmlElement } from '../document/xml-element.ts';

/** Namespace of the `SimpleUrlConfiguration` element. */
export const SIMPLE_URL_NAMESPACE = 'urn:schema:Microsoft.Rtc.Management.Settings.SimpleUrl.2008';

/** The simple URLs of one `SimpleUrlConfiguration` element in stored order (domain facts 6.3). Throws TopologyInvalid. */
export function readSimpleUrlConfiguration(
  source: DocumentText,
  configuration: XmlElement,
  scope = 'global',
): readonly SimpleUrl[] {
  return childrenOf(configuration, 'SimpleUrl').map((url) => ({
    component: requiredAttribute(source, url, 'Component'),
    domain: attributeOf(url, 'Domain') ?? '*',
    activeUrl: requiredAttribute(source, url, 'ActiveUrl'),
    scope,
  }));
}

/** The same with every entry of each URL. Throws TopologyInvalid. */
export function readSimpleUrlCollection(
  source: DocumentText,
  configuration: XmlElement,
  scope = 'global',
): SimpleUrlCollection {
  const entries = childrenOf(configuration, 'SimpleUrl').map((url) =>
    childrenOf(url, 'SimpleUrlEntry').flatMap((entry) => attributeOf(entry, 'Url') ?? []),
  );
  const urls = readSimpleUrlConfiguration(source, configuration, scope);
  return {
    scope,
    urls: urls.map((url, at) => ({ ...url, entries: entries[at] ?? [] })),
    useBackendDatabase: isTrue(attributeOf(configuration, 'UseBackendDatabase')),
  };
}

/** Key of a stored document: `[{namespace}Element,AuthorityClass{guid},Scope]` (domain facts 6.5). */
const STORED_SCOPE = /,(?<scope>[^,\]]+)\]\s*$/;

/** The scope of a stored configuration, from the name of the item around it: `site:…`, else `global` (inferred). */
export function scopeOfStored({ ancestors }: FoundElement): string {
  const name = ancestors.findLast((ancestor) => ancestor.name === 'DocItem');
  const scope = STORED_SCOPE.exec(attributeOf(name, 'Name') ?? '')?.groups?.['scope']?.trim() ?? '';
  return /^site:/i.test(scope) ? scope.replace(/^site:/i, 'site:') : 'global';
}
