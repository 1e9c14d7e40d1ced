import type { ProductObject } from '../product-object.ts';
import type { Topology } from '../topology/topology.ts';
import type { TopologyDetails } from '../topology/topology-details.ts';
import { TopologyGraph } from './topology-graph.ts';

const TYPE_NAMES = ['Microsoft.Rtc.Management.Deploy.Internal.DefaultTopology'];

/**
 * What Get-CsTopology puts out: collections of domains, sites, clusters, machines, SQL instances and services, which
 * refer to one another (page of Get-CsTopology; working scripts).
 */
export function defaultTopologyObject(topology: Topology, details: TopologyDetails): ProductObject {
  const graph = new TopologyGraph(topology, details);
  return {
    typeNames: TYPE_NAMES,
    text: 'DefaultTopology',
    properties: () => ({
      InternalDomains: graph.domains,
      Sites: topology.sites.map((site) => graph.site(site)),
      Clusters: topology.pools.map((pool) => graph.cluster(pool)),
      Machines: topology.pools.flatMap((pool) => graph.machines(pool)),
      SqlInstances: graph.sqlInstances,
      Services: topology.pools.flatMap((pool) => graph.services(pool)),
      DefaultDomain: topology.defaultSipDomain,
      AllowAllDomains: details.allowAllDomains,
      Signature: details.signature ?? null,
    }),
  };
}
