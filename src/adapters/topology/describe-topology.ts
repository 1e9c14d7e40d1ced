import { resolve } from 'node:path';
import type { DescribedTopology, TopologyDescriber } from '../../ports/topology-describer.ts';
import { assembleTopology } from './document/assemble-topology.ts';
import { readDetails } from './document/read-details.ts';
import { readDocument } from './document/read-document.ts';
import { DETAILS } from './document/vocabulary.ts';
import { findConfiguration } from './find-configuration.ts';
import { type FoundTopology, readTopologyParts, readWholeCollections } from './read-configuration.ts';

/** Reads a document anew at each call: what is shown is what the file says now. */
export const topologyDescriber: TopologyDescriber = {
  async describe(path): Promise<DescribedTopology> {
    const document = await readDocument({ document: 'topology document', path: resolve(path) });
    const configurations = await findConfiguration(document, ['Topology', 'TopologyBuilder'], DETAILS);
    const found = readTopologyParts(document.origin, configurations);
    return {
      topology: assembleTopology(found.source, found.parts),
      details: readDetails(found.element, found.parts),
      published: publishedText(found),
      simpleUrls: readWholeCollections(configurations),
    };
  },

  async simpleUrls(path) {
    const document = await readDocument({ document: 'simple URL document', path: resolve(path) });
    const configurations = await findConfiguration(document, ['SimpleUrlConfiguration', 'TopologyBuilder'], DETAILS);
    return readWholeCollections(configurations) ?? [];
  },
};

/** The text of the element itself: no XML declaration, nothing of a document around it. */
function publishedText({ kind, source, found }: FoundTopology): string | undefined {
  return kind === 'Topology' ? source.text.slice(found.element.offset, found.end) : undefined;
}
