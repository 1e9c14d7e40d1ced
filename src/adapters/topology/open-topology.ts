import { resolve } from 'node:path';
import type { SimpleUrl } from '../../domain/topology/simple-urls.ts';
import type { LoadedTopology, TopologySource } from '../../ports/topology-source.ts';
import { readDocument } from './document/read-document.ts';
import { type ConfigurationKind, findConfiguration } from './find-configuration.ts';
import { readSimpleUrlCollections, readTopology } from './read-configuration.ts';

/**
 * The topology in a file: a published topology, a Topology Builder file or a configuration zip, recognised by content.
 * `path` may be relative to the working folder. Nothing is read before `load`.
 */
export function openTopology(path: string): TopologySource {
  return new TopologyFile(resolve(path));
}

/**
 * The simple URLs in a file, in stored order: the stored document itself, a configuration zip or a Topology Builder
 * file. Throws TopologyNotReadable, TopologyTooLarge or TopologyInvalid, each naming the simple URL document.
 */
export async function readSimpleUrls(path: string): Promise<readonly SimpleUrl[]> {
  const document = await readDocument({ document: 'simple URL document', path: resolve(path) });
  const configurations = await findConfiguration(document, ['SimpleUrlConfiguration', 'TopologyBuilder']);
  return readSimpleUrlCollections(configurations) ?? [];
}

const TOPOLOGY_KINDS: readonly ConfigurationKind[] = ['Topology', 'TopologyBuilder'];

class TopologyFile implements TopologySource {
  readonly #path: string;
  #loaded: LoadedTopology | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  /** The file is read each time, but parsed only when its bytes have changed. */
  async load(): Promise<LoadedTopology> {
    const document = await readDocument({ document: 'topology document', path: this.#path });
    if (this.#loaded?.sha256 === document.sha256) return this.#loaded;
    const configurations = await findConfiguration(document, TOPOLOGY_KINDS);
    this.#loaded = {
      topology: readTopology(document.origin, configurations),
      simpleUrls: readSimpleUrlCollections(configurations),
      path: this.#path,
      sha256: document.sha256,
    };
    return this.#loaded;
  }
}
