import type { ProductObject } from '../product-object.ts';
import { isRole, siteOf } from '../topology/pools.ts';
import { serviceIdentity } from '../topology/service-roles.ts';
import type { Pool, Topology } from '../topology/topology.ts';

/** What Get-CsPool puts out: the type of its page, and the one that its siblings' types suggest (inferred). */
const TYPE_NAMES = ['Microsoft.Rtc.Management.Deploy.Internal.Cluster', 'Microsoft.Rtc.Management.Xds.DisplayPool'];

/**
 * A pool of the topology. Computers are FQDNs and services identities, as working scripts take them; the order of the
 * properties is inferred.
 */
export function poolObject(topology: Topology, pool: Pool): ProductObject {
  return {
    typeNames: TYPE_NAMES,
    text: pool.fqdn,
    properties: () => ({
      Identity: pool.fqdn,
      Services: pool.services.map((service) => serviceIdentity(pool, service)),
      Computers: pool.machines.map(({ fqdn }) => fqdn),
      Fqdn: pool.fqdn,
      BackupPoolFqdn: backupPool(topology, pool)?.fqdn ?? null,
      Site: siteIdentity(topology, pool),
    }),
  };
}

/** `Site:Redmond`, or the site's id where the document gives it no name. */
export function siteIdentity(topology: Topology, pool: Pool): string {
  const name = siteOf(topology, pool)?.name ?? '';
  return `Site:${name === '' ? pool.siteId : name}`;
}

/** The pool whose Registrar the pool's own Registrar depends on (inferred). */
function backupPool({ pools }: Topology, pool: Pool): Pool | undefined {
  const registrars = pool.services.filter((service) => isRole(service, 'Registrar'));
  const needed = new Set(registrars.flatMap(({ dependsOn }) => dependsOn));
  return pools.find(
    (other) =>
      other.id !== pool.id && other.services.some((service) => needed.has(service.id) && isRole(service, 'Registrar')),
  );
}
