import type { SimpleUrl } from '../domain/topology/simple-urls.ts';
import type { Topology } from '../domain/topology/topology.ts';

/** A topology as it was read. */
export interface LoadedTopology {
  readonly topology: Topology;
  /** What the document itself brings (Topology Builder file, configuration zip); undefined where it brings none. */
  readonly simpleUrls: readonly SimpleUrl[] | undefined;
  /** Absolute path of the document. */
  readonly path: string;
  /** SHA-256 of the document's bytes, lower-case hexadecimal. */
  readonly sha256: string;
}

/** Where the topology comes from. */
export interface TopologySource {
  /** Reads the document as it is now; throws TopologyNotReadable, TopologyTooLarge or TopologyInvalid. */
  load(): Promise<LoadedTopology>;
}
