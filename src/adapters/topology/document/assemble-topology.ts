import { sameHost } from '../../../domain/fqdn.ts';
import type { Machine, Pool, Service, Topology } from '../../../domain/topology/topology.ts';
import { type DocumentText, invalidAt, quote } from './document-text.ts';
import type { ClusterPart, Reference, ServicePart, SqlInstancePart, TopologyParts } from './topology-parts.ts';

/** Parts by key. Throws TopologyInvalid at the second of two parts with one key. */
class PartIndex<Indexed extends Reference> {
  readonly #source: DocumentText;
  readonly #kind: string;
  readonly #parts = new Map<string, Indexed>();

  constructor(source: DocumentText, kind: string, parts: readonly Indexed[]) {
    this.#source = source;
    this.#kind = kind;
    for (const part of parts) {
      const key = part.key.toLowerCase();
      if (this.#parts.has(key)) throw invalidAt(source, part.offset, `the ${kind} ${quote(part.key)} is there twice`);
      this.#parts.set(key, part);
    }
  }

  /** The part that a reference means. Throws TopologyInvalid at a reference to nothing. */
  get(reference: Reference): Indexed {
    const part = this.#parts.get(reference.key.toLowerCase());
    if (part !== undefined) return part;
    throw invalidAt(
      this.#source,
      reference.offset,
      `the ${this.#kind} ${quote(reference.key)} is referred to but not in the document`,
    );
  }
}

/**
 * Puts the parts of a document together. Throws TopologyInvalid where two parts have one id, or a part refers to one
 * that is not there.
 */
export function assembleTopology(source: DocumentText, parts: TopologyParts): Topology {
  const sites = new PartIndex(source, 'site', parts.sites);
  const places = new PartIndex<ClusterPart | SqlInstancePart>(source, 'cluster or SQL instance', [
    ...parts.clusters,
    ...parts.sqlInstances,
  ]);
  const services = new PartIndex(source, 'service', parts.services);
  const clusterOf = (reference: Reference): ClusterPart => {
    const place = places.get(reference);
    return 'cluster' in place ? clusterOf(place.cluster) : place;
  };
  const servicesByCluster = Map.groupBy(
    parts.services.map((part) => toService(part, clusterOf(part.installedOn).key, services)),
    (service) => service.installedOn,
  );
  const instancesByCluster = Map.groupBy(parts.sqlInstances, (instance) => clusterOf(instance.cluster).key);
  return {
    defaultSipDomain: parts.domains.defaultDomain,
    sipDomains: parts.domains.domains,
    sites: parts.sites.map(({ key, name, kind }) => ({ id: key, name, kind })),
    pools: parts.clusters.map((cluster) => ({
      id: cluster.key,
      fqdn: cluster.fqdn,
      siteId: sites.get({ key: cluster.siteKey, offset: cluster.offset }).key,
      machines: toMachines(source, cluster),
      services: servicesByCluster.get(cluster.key) ?? [],
      sqlInstances: instancesByCluster.get(cluster.key)?.map(({ name }) => name) ?? [],
    })) satisfies Pool[],
  };
}

function toService(part: ServicePart, poolId: string, services: PartIndex<ServicePart>): Service {
  return {
    id: part.key,
    role: part.role,
    serviceVersion: part.serviceVersion,
    installedOn: poolId,
    dependsOn: part.dependsOn.map((dependency) => services.get(dependency).key),
    ...part.settings,
  };
}

function toMachines(source: DocumentText, cluster: ClusterPart): readonly Machine[] {
  return cluster.machines.map(({ fqdn, offset }, index) => {
    if (cluster.machines.slice(0, index).some((earlier) => sameHost(earlier.fqdn, fqdn)))
      throw invalidAt(source, offset, `the computer ${quote(fqdn)} is in its cluster twice`);
    return { fqdn, poolId: cluster.key };
  });
}
