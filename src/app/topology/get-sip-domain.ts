import { sipDomainObjects } from '../../domain/topology-objects/sip-domain.ts';
import type { Host } from '../../ports/host.ts';
import { putOut } from './put-out.ts';
import { type Selection, selectObjects } from './select-objects.ts';
import { ASK_THE_REPLICA, openTopologyStore, type TopologyDeps } from './topology-store.ts';

/** Get-CsSipDomain: the SIP domains of the topology in document order. */
export async function getSipDomain(deps: TopologyDeps, selection: Selection, host: Host): Promise<void> {
  const { source } = await openTopologyStore(deps, {
    from: 'central store',
    wanted: 'the SIP domains',
    instead: ASK_THE_REPLICA,
  });
  const { topology } = await source.load();
  putOut(host, selectObjects(sipDomainObjects(topology), selection, 'SIP domain', host));
}
