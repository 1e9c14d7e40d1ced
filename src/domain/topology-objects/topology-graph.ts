import { sameHost } from '../fqdn.ts';
import type { ProductObject, ProductProperties } from '../product-object.ts';
import { isRole } from '../topology/pools.ts';
import type { Machine, Pool, Service, Site, Topology } from '../topology/topology.ts';
import type { MachineDetails, PoolDetails, SqlInstanceDetails, TopologyDetails } from '../topology/topology-details.ts';
import { NetPorts } from './net-ports.ts';

const NAMESPACE = 'Microsoft.Rtc.Management.Deploy.Internal';

/**
 * The objects of a topology, each made once, so that two that refer to the same one share it. Their texts are the ids
 * that scripts compare (working scripts): a cluster is `1-2`, a SQL instance `1-2\rtc`, a service `1-Registrar-1`.
 */
export class TopologyGraph {
  readonly domains: readonly ProductObject[];
  readonly sqlInstances: readonly ProductObject[];
  readonly #topology: Topology;
  readonly #details: TopologyDetails;
  readonly #sites = new Map<string, ProductObject>();
  readonly #clusters = new Map<string, ProductObject>();
  readonly #machines = new Map<string, readonly ProductObject[]>();
  readonly #services = new Map<string, ProductObject>();
  /** By id: where each service is. */
  readonly #places: ReadonlyMap<string, { readonly pool: Pool; readonly service: Service }>;

  constructor(topology: Topology, details: TopologyDetails) {
    this.#topology = topology;
    this.#details = details;
    this.#places = new Map(
      topology.pools.flatMap((pool) => pool.services.map((service) => [service.id, { pool, service }] as const)),
    );
    this.domains = details.domains.map(({ name, authoritative, allowSubDomains }) =>
      object('InternalDomain', name, () => ({
        Name: name,
        Authoritative: authoritative,
        AllowSubDomains: allowSubDomains,
        IsDefault: sameHost(name, topology.defaultSipDomain),
      })),
    );
    this.sqlInstances = details.sqlInstances.map((instance) => this.#sqlInstance(instance));
  }

  site(site: Site): ProductObject {
    return kept(this.#sites, site.id, () => {
      const kind = site.kind === 'central' ? 'CentralSite' : 'RemoteSite';
      const details = this.#details.sites.get(site.id);
      return object(kind, site.name === '' ? site.id : site.name, () => ({
        Name: site.name,
        SiteId: site.id,
        Kind: kind,
        Description: details?.description ?? null,
        City: details?.city ?? null,
        State: details?.state ?? null,
        CountryCode: details?.countryCode ?? null,
        Clusters: this.#topology.pools.filter(({ siteId }) => siteId === site.id).map((pool) => this.cluster(pool)),
      }));
    });
  }

  cluster(pool: Pool): ProductObject {
    return kept(this.#clusters, pool.id, () => {
      const id = clusterId(pool, this.#details.pools.get(pool.id));
      return object('Cluster', id, () => ({
        Fqdn: pool.fqdn,
        ClusterId: id,
        ...this.#clusterProperties(pool),
      }));
    });
  }

  machines(pool: Pool): readonly ProductObject[] {
    return kept(this.#machines, pool.id, () => {
      const details = this.#details.pools.get(pool.id);
      return pool.machines.map((machine, at) => this.#machine(pool, machine, details?.machines[at], at + 1));
    });
  }

  services(pool: Pool): readonly ProductObject[] {
    return pool.services.map((service) => this.#service(pool, service));
  }

  #clusterProperties(pool: Pool): ProductProperties {
    const details = this.#details.pools.get(pool.id);
    const site = this.#topology.sites.find(({ id }) => id === pool.siteId);
    const [machine, ...others] = pool.machines;
    return {
      Site: site === undefined ? null : this.site(site),
      Machines: this.machines(pool),
      InstalledServices: this.services(pool),
      RequiresReplication: details?.requiresReplication ?? false,
      RequiresSetup: details?.requiresSetup ?? false,
      IsOnEdge: pool.services.some((service) => isRole(service, 'EdgeServer')),
      IsSingleMachineOnly: machine !== undefined && others.length === 0 && sameHost(machine.fqdn, pool.fqdn),
    };
  }

  #machine(pool: Pool, { fqdn }: Machine, details: MachineDetails | undefined, place: number): ProductObject {
    const ordinal = details?.ordinal ?? place;
    return object('Machine', fqdn, () => ({
      Fqdn: fqdn,
      MachineId: `${clusterId(pool, this.#details.pools.get(pool.id))}-${ordinal}`,
      Cluster: this.cluster(pool),
      OrdinalInCluster: ordinal,
      FaultDomain: details?.faultDomain ?? null,
      UpgradeDomain: details?.upgradeDomain ?? null,
      NetInterfaces: (details?.netInterfaces ?? []).map(({ side, number, ipAddress, configuredIpAddress }) =>
        object('NetInterface', `${side}:${number ?? ''}`, () => ({
          InterfaceSide: side,
          InterfaceNumber: number ?? null,
          IPAddress: ipAddress ?? null,
          ConfiguredIPAddress: configuredIpAddress ?? null,
        })),
      ),
    }));
  }

  #service(pool: Pool, service: Service): ProductObject {
    return kept(this.#services, service.id, () => {
      const details = this.#details.services.get(service.id);
      const id = details?.serviceId ?? service.id;
      const properties = (): ProductProperties => ({
        ServiceId: id,
        RoleId: `${service.role}:${details?.roleVersion ?? ''}`,
        RoleName: service.role,
        ServiceVersion: service.serviceVersion,
        InstalledOn: this.#place(pool, details?.sqlInstance),
        DependentServices: service.dependsOn.flatMap((needed) => this.#dependency(needed)),
        NetPorts: new NetPorts(pool, made, details?.ports ?? []).objects(),
        ...this.#settings(pool, service),
      });
      const made: ProductObject = {
        typeNames: [...(details?.type === undefined ? [] : [details.type]), `${NAMESPACE}.DefaultService`],
        text: id,
        properties,
      };
      return made;
    });
  }

  /** The settings of the role element, under the names that scripts read. */
  #settings(pool: Pool, service: Service): ProductProperties {
    const details = this.#details.services.get(service.id);
    if (isRole(service, 'Registrar')) return { IsDirector: service.isDirector };
    if (isRole(service, 'WebServices')) {
      return { InternalHost: service.internalWebFqdn ?? null, ExternalHost: service.externalWebFqdn ?? null };
    }
    if (isRole(service, 'CentralMgmt')) return { IsActive: details?.isActive ?? false };
    if (isRole(service, 'WacService')) return { DiscoveryUrl: details?.discoveryUrl ?? null };
    const share = details?.shareName;
    return share === undefined ? {} : { ShareName: share, UncPath: `\\\\${pool.fqdn}\\${share}` };
  }

  #dependency(needed: string): readonly ProductObject[] {
    const place = this.#places.get(needed);
    if (place === undefined) return [];
    const target = this.#service(place.pool, place.service);
    return [object('Dependency', target.text, () => ({ Service: target }))];
  }

  #place(pool: Pool, sqlInstance: string | undefined): ProductObject {
    const id = clusterId(pool, this.#details.pools.get(pool.id));
    const instance = sqlInstance === undefined ? null : `${id}\\${sqlInstance}`;
    return object('InstalledOn', instance ?? id, () => ({
      Cluster: this.cluster(pool),
      ClusterId: id,
      SqlInstanceId: instance,
    }));
  }

  #sqlInstance({ name, poolId, alwaysOnPrimaryNodeFqdn }: SqlInstanceDetails): ProductObject {
    const pool = this.#topology.pools.find(({ id }) => id === poolId);
    const id = `${pool === undefined ? poolId : clusterId(pool, this.#details.pools.get(poolId))}\\${name}`;
    return object('SqlInstance', id, () => ({
      SqlInstanceId: id,
      Name: name,
      Cluster: pool === undefined ? null : this.cluster(pool),
      Fqdn: pool?.fqdn ?? null,
      AlwaysOnPrimaryNodeFqdn: alwaysOnPrimaryNodeFqdn ?? null,
    }));
  }
}

/** `1-2`: site and number; the id of the pool where the document has no number for it. */
function clusterId({ id, siteId }: Pool, details: PoolDetails | undefined): string {
  return details?.number === undefined ? id : `${siteId}-${details.number}`;
}

function object(type: string, text: string, properties: () => ProductProperties): ProductObject {
  return { typeNames: [`${NAMESPACE}.${type}`], text, properties };
}

function kept<Value>(made: Map<string, Value>, key: string, make: () => Value): Value {
  const present = made.get(key) ?? make();
  made.set(key, present);
  return present;
}
