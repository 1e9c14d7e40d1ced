import type { SimpleUrlCollection } from '../domain/topology/simple-url-collections.ts';
import type { Topology } from '../domain/topology/topology.ts';
import type { TopologyDetails } from '../domain/topology/topology-details.ts';

/** A topology with all that its document says. */
export interface DescribedTopology {
  readonly topology: Topology;
  readonly details: TopologyDetails;
  /** The published document itself, as the organisation exported it; undefined for a Topology Builder file. */
  readonly published: string | undefined;
  /** The collections that the document brings; undefined where it brings none. */
  readonly simpleUrls: readonly SimpleUrlCollection[] | undefined;
}

/**
 * Reads everything in a topology document, for the cmdlets that show it. Requests read far less, and keep it. Errors are
 * those of TopologySource.
 */
export interface TopologyDescriber {
  describe(path: string): Promise<DescribedTopology>;
  /** The collections of a simple URL document. */
  simpleUrls(path: string): Promise<readonly SimpleUrlCollection[]>;
}
