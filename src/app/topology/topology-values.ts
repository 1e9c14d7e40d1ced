import { adminRolesOf } from '../../domain/admin-roles.ts';
import type { Deployment } from '../../domain/deployment/deployment.ts';
import { machinesOf } from '../../domain/topology/pools.ts';
import { serviceIdentity } from '../../domain/topology/service-roles.ts';
import type { Topology } from '../../domain/topology/topology.ts';

/** Parameters whose values the topology knows. */
export type TopologyParameter = 'ComputerFqdn' | 'Identity' | 'Pool' | 'PoolFqdn' | 'Site';

/** What a prompt may offer for a parameter; `command` decides what an identity is. Topology order. */
export function topologyValues(
  deployment: Deployment,
  topology: Topology,
  parameter: TopologyParameter,
  command: string,
): readonly string[] {
  switch (parameter) {
    case 'ComputerFqdn':
      return machinesOf(topology).map(({ fqdn }) => fqdn);
    case 'Pool':
    case 'PoolFqdn':
      return topology.pools.map(({ fqdn }) => fqdn);
    case 'Site':
      return topology.sites.map(({ name }) => name);
    case 'Identity':
      return identitiesFor(command, deployment, topology);
  }
}

function identitiesFor(command: string, { product }: Deployment, topology: Topology): readonly string[] {
  switch (command.toLowerCase()) {
    case 'get-cscomputer':
      return machinesOf(topology).map(({ fqdn }) => fqdn);
    case 'get-cspool':
      return topology.pools.map(({ fqdn }) => fqdn);
    case 'get-csservice':
      return topology.pools.flatMap((pool) => pool.services.map((service) => serviceIdentity(pool, service)));
    case 'get-cssipdomain':
      return topology.sipDomains;
    case 'get-csadminrole':
      return adminRolesOf(product).map(({ name }) => name);
    default:
      return [];
  }
}
