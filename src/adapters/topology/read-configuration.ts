import type { SimpleUrlCollection } from '../../domain/topology/simple-url-collections.ts';
import type { SimpleUrl } from '../../domain/topology/simple-urls.ts';
import type { Topology } from '../../domain/topology/topology.ts';
import { assembleTopology } from './document/assemble-topology.ts';
import { type DocumentOrigin, invalidAt, invalidDocument } from './document/document-text.ts';
import type { TopologyParts } from './document/topology-parts.ts';
import { childrenOf, type XmlElement } from './document/xml-element.ts';
import type { FoundConfiguration } from './find-configuration.ts';
import { readPublishedParts } from './published-xml/read-parts.ts';
import {
  readSimpleUrlCollection,
  readSimpleUrlConfiguration,
  scopeOfStored,
} from './simple-url-document/read-simple-urls.ts';
import { partialTopologyOf, readBuilderParts } from './topology-builder/read-parts.ts';

/** The only topology among the elements found in a document. Throws TopologyInvalid, also at a second topology. */
export function readTopology(origin: DocumentOrigin, configurations: readonly FoundConfiguration[]): Topology {
  const { source, parts } = readTopologyParts(origin, configurations);
  return assembleTopology(source, parts);
}

/** The parts of that topology, and where they were found. */
export interface FoundTopology extends FoundConfiguration {
  readonly parts: TopologyParts;
  /** The element that holds the parts. */
  readonly element: XmlElement;
}

/** The topology before it is put together. Throws as `readTopology`. */
export function readTopologyParts(
  origin: DocumentOrigin,
  configurations: readonly FoundConfiguration[],
): FoundTopology {
  const [first, second] = configurations.filter(({ kind }) => kind !== 'SimpleUrlConfiguration');
  if (second !== undefined) throw invalidAt(second.source, second.found.element.offset, 'this is a second topology');
  if (first === undefined) throw invalidDocument(origin, 'there is no topology in it');
  const { source, kind, found } = first;
  if (kind !== 'TopologyBuilder') {
    return { ...first, element: found.element, parts: readPublishedParts(source, found.element) };
  }
  const element = partialTopologyOf(source, found.element);
  return { ...first, element, parts: readBuilderParts(source, element) };
}

/** The simple URLs of every collection found, in document order; undefined where there is no collection at all. */
export function readSimpleUrlCollections(
  configurations: readonly FoundConfiguration[],
): readonly SimpleUrl[] | undefined {
  const collections = configurations.flatMap((configuration) => readCollections(configuration));
  return collections.length === 0 ? undefined : collections.flat();
}

/** The same with every entry of each URL. */
export function readWholeCollections(
  configurations: readonly FoundConfiguration[],
): readonly SimpleUrlCollection[] | undefined {
  const collections = configurations.flatMap((configuration) =>
    collectionsIn(configuration).map(({ source, element, scope }) => readSimpleUrlCollection(source, element, scope)),
  );
  return collections.length === 0 ? undefined : collections;
}

function readCollections(configuration: FoundConfiguration): readonly (readonly SimpleUrl[])[] {
  return collectionsIn(configuration).map(({ source, element, scope }) =>
    readSimpleUrlConfiguration(source, element, scope),
  );
}

/** A Topology Builder file keeps the collection of the global scope inside its topology (domain facts 6.4). */
function collectionsIn({ kind, source, found }: FoundConfiguration) {
  if (kind === 'Topology') return [];
  if (kind === 'SimpleUrlConfiguration') return [{ source, element: found.element, scope: scopeOfStored(found) }];
  const inTopology = childrenOf(partialTopologyOf(source, found.element), 'SimpleUrlConfiguration');
  return inTopology.map((element) => ({ source, element, scope: 'global' }));
}
