import type { SimpleUrl } from '../../domain/topology/simple-urls.ts';
import type { Topology } from '../../domain/topology/topology.ts';
import { assembleTopology } from './document/assemble-topology.ts';
import { type DocumentOrigin, invalidAt, invalidDocument } from './document/document-text.ts';
import { childrenOf } from './document/xml-element.ts';
import type { FoundConfiguration } from './find-configuration.ts';
import { readPublishedParts } from './published-xml/read-parts.ts';
import { readSimpleUrlConfiguration, scopeOfStored } from './simple-url-document/read-simple-urls.ts';
import { partialTopologyOf, readBuilderParts } from './topology-builder/read-parts.ts';

/** The only topology among the elements found in a document. Throws TopologyInvalid, also at a second topology. */
export function readTopology(origin: DocumentOrigin, configurations: readonly FoundConfiguration[]): Topology {
  const [first, second] = configurations.filter(({ kind }) => kind !== 'SimpleUrlConfiguration');
  if (second !== undefined) throw invalidAt(second.source, second.found.element.offset, 'this is a second topology');
  if (first === undefined) throw invalidDocument(origin, 'there is no topology in it');
  const { source, kind, found } = first;
  const parts =
    kind === 'TopologyBuilder'
      ? readBuilderParts(source, partialTopologyOf(source, found.element))
      : readPublishedParts(source, found.element);
  return assembleTopology(source, parts);
}

/** The simple URLs of every collection found, in document order; undefined where there is no collection at all. */
export function readSimpleUrlCollections(
  configurations: readonly FoundConfiguration[],
): readonly SimpleUrl[] | undefined {
  const collections = configurations.flatMap((configuration) => readCollections(configuration));
  return collections.length === 0 ? undefined : collections.flat();
}

/** A Topology Builder file keeps the collection of the global scope inside its topology (domain facts 6.4). */
function readCollections({ kind, source, found }: FoundConfiguration): readonly (readonly SimpleUrl[])[] {
  if (kind === 'Topology') return [];
  if (kind === 'SimpleUrlConfiguration')
    return [readSimpleUrlConfiguration(source, found.element, scopeOfStored(found))];
  const inTopology = childrenOf(partialTopologyOf(source, found.element), 'SimpleUrlConfiguration');
  return inTopology.map((configuration) => readSimpleUrlConfiguration(source, configuration));
}
