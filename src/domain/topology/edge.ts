import { serviceOf } from './pools.ts';
import type { Pool, Port } from './topology.ts';

/** The three services of an Edge Server that have an external FQDN. */
export type EdgeService = 'Access Edge' | 'Web Conferencing Edge' | 'A/V Edge';

interface PortPattern {
  readonly owner: string;
  /** In order of preference. */
  readonly usages: readonly string[];
}

/** Where a topology keeps the external FQDNs of an Edge pool (domain facts 6.2, "Edge FQDN extraction"). */
const EXTERNAL_PORTS: { readonly [Service in EdgeService]: PortPattern } = {
  'Access Edge': { owner: 'urn:component:AccessEdge', usages: ['SipClient', 'SipServer'] },
  'Web Conferencing Edge': { owner: 'urn:component:DataEdge', usages: ['PsomClient'] },
  'A/V Edge': { owner: 'urn:component:MediaRelayEdge', usages: ['TURNServer', 'MediaCommunication'] },
};

const XMPP_PROXY = 'urn:component:XmppFederationProxy';

/** The name under which outsiders reach a service of an Edge pool; undefined where the topology has none. */
export function edgeExternalFqdn(pool: Pool, service: EdgeService): string | undefined {
  const { owner, usages } = EXTERNAL_PORTS[service];
  const ports = edgePorts(pool).filter((port) => sameText(port.owner, owner) && sameText(port.side, 'External'));
  for (const usage of usages) {
    const port = ports.find((candidate) => sameText(candidate.usage, usage) && candidate.configuredFqdn !== undefined);
    if (port !== undefined) return port.configuredFqdn;
  }
  return undefined;
}

/** Whether an Edge pool runs the XMPP gateway: its proxy component has a server port (domain facts 6.2). */
export function hasXmppProxy(pool: Pool): boolean {
  return edgePorts(pool).some((port) => sameText(port.owner, XMPP_PROXY) && sameText(port.usage, 'XmppServer'));
}

function edgePorts(pool: Pool): readonly Port[] {
  return serviceOf(pool, 'EdgeServer')?.ports ?? [];
}

function sameText(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
