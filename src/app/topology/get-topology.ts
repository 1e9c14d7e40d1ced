import { commandError } from '../../domain/errors/catalogue.ts';
import { defaultTopologyObject } from '../../domain/topology-objects/default-topology.ts';
import type { Host } from '../../ports/host.ts';
import { putOut } from './put-out.ts';
import { openTopologyStore, type TopologyDeps, USE_LOCAL_STORE } from './topology-store.ts';

export interface TopologyChoice {
  /** The published document instead of objects. */
  readonly AsXml?: boolean;
  readonly LocalStore?: boolean;
}

/**
 * Get-CsTopology: the whole topology as one object, or the published document as it was exported. Throws
 * TopologyNotPublished where the document is one of Topology Builder.
 */
export async function getTopology(deps: TopologyDeps, choice: TopologyChoice, host: Host): Promise<void> {
  const { deployment } = await openTopologyStore(
    deps,
    choice.LocalStore === true
      ? { from: 'local replica' }
      : { from: 'central store', wanted: 'the topology', instead: USE_LOCAL_STORE },
  );
  const path = deployment.topologyPath;
  const { topology, details, published } = await (await deps.topologyDescriber()).describe(path);
  if (choice.AsXml !== true) {
    putOut(host, [defaultTopologyObject(topology, details)]);
    return;
  }
  if (published === undefined) throw commandError('TopologyNotPublished', { path }, { target: path });
  host.output({ kind: 'TopologyDocument', text: published });
}
