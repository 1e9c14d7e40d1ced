import { commandError } from '../errors/catalogue.ts';
import type { Machine, Pool, Service, Site, Topology } from './topology.ts';

/** Every machine of the topology, in document order. */
export function machinesOf(topology: Topology): readonly Machine[] {
  return topology.pools.flatMap((pool) => pool.machines);
}

/** The pool of a machine. Throws ComputerNotFound for a machine of another topology. */
export function poolOf(topology: Topology, machine: Machine): Pool {
  const pool = topology.pools.find(({ id }) => id === machine.poolId);
  if (pool !== undefined) return pool;
  const machines = machinesOf(topology).map(({ fqdn }) => fqdn);
  throw commandError('ComputerNotFound', { computer: machine.fqdn, machines, poolMachines: [] });
}

/** The site of a pool; undefined where the document names none. */
export function siteOf(topology: Topology, pool: Pool): Site | undefined {
  return topology.sites.find(({ id }) => id === pool.siteId);
}

/** The first service of a role on a pool; role names are compared without regard to case. */
export function serviceOf(pool: Pool, role: string): Service | undefined {
  return pool.services.find((service) => isRole(service, role));
}

/** Whether a service has the role of that `RoleName`. */
export function isRole(service: Service, role: string): boolean {
  return service.role.toLowerCase() === role.toLowerCase();
}
