import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import type { SimpleUrl } from '../../domain/topology/simple-urls.ts';
import type { LoadedTopology, TopologySource } from '../../ports/topology-source.ts';
import { type DocumentOrigin, invalidDocument } from './document/document-text.ts';
import { readDocumentFile } from './document/read-document-file.ts';
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
  const origin: DocumentOrigin = { document: 'simple URL document', path: resolve(path) };
  const bytes = await readDocumentFile(origin.document, origin.path);
  const configurations = await findConfiguration(origin, bytes, ['SimpleUrlConfiguration', 'TopologyBuilder']);
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
    const origin: DocumentOrigin = { document: 'topology document', path: this.#path };
    const bytes = await readDocumentFile(origin.document, this.#path);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    if (this.#loaded?.sha256 === sha256) return this.#loaded;
    const configurations = await findConfiguration(origin, bytes, TOPOLOGY_KINDS);
    const topology = readTopology(configurations);
    if (topology === undefined) throw invalidDocument(origin, 'there is no topology in it');
    this.#loaded = {
      topology,
      simpleUrls: readSimpleUrlCollections(configurations),
      path: this.#path,
      sha256,
    };
    return this.#loaded;
  }
}
