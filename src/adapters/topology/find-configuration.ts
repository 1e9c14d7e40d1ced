import { unpackEntries } from './configuration-zip/unpack-entries.ts';
import { decodeText } from './document/decode-text.ts';
import { type DocumentOrigin, type DocumentText, invalidAt, invalidDocument, quote } from './document/document-text.ts';
import { type FoundElement, findElements } from './document/find-elements.ts';
import type { ReadDocument } from './document/read-document.ts';
import { NAMES, type Vocabulary } from './document/vocabulary.ts';
import { PUBLISHED_NAMESPACE } from './published-xml/read-parts.ts';
import { SIMPLE_URL_NAMESPACE } from './simple-url-document/read-simple-urls.ts';
import { BUILDER_NAMESPACE } from './topology-builder/read-parts.ts';

/** Elements by which a document is recognised, whatever its file is called. */
export type ConfigurationKind = 'Topology' | 'TopologyBuilder' | 'SimpleUrlConfiguration';

/** One of these elements, and the document it stands in. */
export interface FoundConfiguration {
  readonly kind: ConfigurationKind;
  readonly source: DocumentText;
  readonly found: FoundElement;
}

const NAMESPACES: { readonly [Kind in ConfigurationKind]: string } = {
  Topology: PUBLISHED_NAMESPACE,
  TopologyBuilder: BUILDER_NAMESPACE,
  SimpleUrlConfiguration: SIMPLE_URL_NAMESPACE,
};

/**
 * Finds the configuration elements of an XML document, or of every XML entry of a zip archive: which entries hold them
 * is not documented, so the elements' namespaces decide (inferred). At least one is of a kind in `wanted`.
 * Throws TopologyInvalid or TopologyTooLarge.
 */
export async function findConfiguration(
  { origin, content }: ReadDocument,
  wanted: readonly ConfigurationKind[],
  vocabulary: Vocabulary = NAMES,
): Promise<readonly FoundConfiguration[]> {
  if ('text' in content) return findInDocument(content, wanted, vocabulary);
  const found: FoundConfiguration[] = [];
  for await (const source of unpackEntries(origin, content.archive, decodeEntry(origin)))
    if (source !== undefined) found.push(...findInEntry(source, vocabulary));
  if (found.some(({ kind }) => wanted.includes(kind))) return found;
  throw invalidDocument(origin, `no file of the zip archive holds a ${wanted.join(' or ')} element`);
}

function findInDocument(
  source: DocumentText,
  wanted: readonly ConfigurationKind[],
  vocabulary: Vocabulary,
): readonly FoundConfiguration[] {
  const { root, found } = findElements(source, (namespace, name) => kindOf(namespace, name) !== undefined, vocabulary);
  const configurations = toConfigurations(source, found);
  if (configurations.some(({ kind }) => wanted.includes(kind))) return configurations;
  const namespace = wanted.find((kind) => kind === root.name);
  const problem =
    namespace === undefined || root.namespace === NAMESPACES[namespace]
      ? `the root element is ${quote(root.name)}, and there is no ${wanted.join(' or ')} element`
      : `the root element ${namespace} is not of the namespace ${NAMESPACES[namespace]}`;
  throw invalidAt(source, root.offset, problem);
}

/** Entries that are no XML or mention no configuration element are somebody else's, whatever is wrong with them. */
function decodeEntry(origin: DocumentOrigin): (name: string, bytes: Buffer) => DocumentText | undefined {
  return (name, bytes) => {
    if (!beginsWithMarkup(bytes)) return undefined;
    const source = decodeText({ ...origin, path: `${origin.path} (${name})` }, bytes);
    return Object.values(NAMESPACES).some((namespace) => source.text.includes(namespace)) ? source : undefined;
  };
}

function findInEntry(source: DocumentText, vocabulary: Vocabulary): readonly FoundConfiguration[] {
  const { found } = findElements(source, (namespace, name) => kindOf(namespace, name) !== undefined, vocabulary);
  return toConfigurations(source, found);
}

function beginsWithMarkup(bytes: Buffer): boolean {
  return bytes
    .toString('latin1', 0, 64)
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?[\s\0]*/, '')
    .startsWith('<');
}

function toConfigurations(source: DocumentText, found: readonly FoundElement[]): readonly FoundConfiguration[] {
  return found.flatMap((element) => {
    const kind = kindOf(element.element.namespace, element.element.name);
    return kind === undefined ? [] : [{ kind, source, found: element }];
  });
}

function kindOf(namespace: string, name: string): ConfigurationKind | undefined {
  if (name !== 'Topology' && name !== 'TopologyBuilder' && name !== 'SimpleUrlConfiguration') return undefined;
  return NAMESPACES[name] === namespace ? name : undefined;
}
