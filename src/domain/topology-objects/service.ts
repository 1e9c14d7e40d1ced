import type { ProductObject, ProductProperties } from '../product-object.ts';
import { edgeExternalFqdn } from '../topology/edge.ts';
import { serviceIdentity, serviceRoleOf } from '../topology/service-roles.ts';
import type { Pool, Service, Topology } from '../topology/topology.ts';
import type { ServiceDetails, TopologyDetails } from '../topology/topology-details.ts';
import { siteIdentity } from './pool.ts';
import { type PortProperty, SERVICE_SHAPES } from './service-shapes.ts';
import { webAddresses } from './web-addresses.ts';

interface PlacedService {
  readonly service: Service;
  readonly pool: Pool;
}

/** The services of pools as Get-CsService puts them out, pool by pool in document order. */
export function serviceObjects(
  topology: Topology,
  details: TopologyDetails,
  pools: readonly Pool[],
): readonly ProductObject[] {
  const places = new Map(
    topology.pools.flatMap((pool) => pool.services.map((service) => [service.id, { service, pool }] as const)),
  );
  const dependents = dependentsOf(places);
  return pools.flatMap((pool) =>
    pool.services.map((service) => {
      const { typeName } = serviceRoleOf(service);
      const identity = serviceIdentity(pool, service);
      return {
        typeNames: [typeName, 'Microsoft.Rtc.Management.Xds.DisplayService'],
        text: identity,
        properties: () => ({
          Identity: identity,
          ...specificProperties({ service, pool }, details.services.get(service.id), places),
          DependentServiceList: dependents.get(service.id) ?? [],
          ServiceId: details.services.get(service.id)?.serviceId ?? service.id,
          SiteId: siteIdentity(topology, pool),
          PoolFqdn: pool.fqdn,
          Version: service.serviceVersion,
          Role: serviceRoleOf(service).role,
        }),
      };
    }),
  );
}

type Places = ReadonlyMap<string, PlacedService>;

/** By id: the services that depend on it. A Registrar stands in the list of its Edge Server (transcripts). */
function dependentsOf(places: Places): ReadonlyMap<string, readonly string[]> {
  const dependents = new Map<string, string[]>();
  for (const { service, pool } of places.values()) {
    for (const needed of new Set(service.dependsOn)) {
      const known = dependents.get(needed);
      if (known === undefined) dependents.set(needed, [serviceIdentity(pool, service)]);
      else known.push(serviceIdentity(pool, service));
    }
  }
  return dependents;
}

function specificProperties(
  placed: PlacedService,
  details: ServiceDetails | undefined,
  places: Places,
): ProductProperties {
  const { role } = serviceRoleOf(placed.service);
  const shape = SERVICE_SHAPES[role] ?? {};
  const ports = (shape.ports ?? []).map((wanted) => [wanted.property, portValue(wanted, details)]);
  return {
    ...dependencies(placed.service, shape.dependencies ?? [], places),
    ...Object.fromEntries(ports),
    ...ownProperties(role, placed, details),
  };
}

function dependencies(
  { dependsOn }: Service,
  wanted: readonly (readonly [property: string, ...roles: string[]])[],
  places: Places,
): ProductProperties {
  const needed = dependsOn.flatMap((id) => places.get(id) ?? []);
  const found = wanted.map(([property, ...roles]) => {
    const match = needed.find(({ service }) => roles.includes(serviceRoleOf(service).role));
    return [property, match === undefined ? null : serviceIdentity(match.pool, match.service)];
  });
  return Object.fromEntries(found);
}

function portValue(wanted: PortProperty, details: ServiceDetails | undefined): number | null {
  const port = details?.ports.find(
    ({ owner, usage, side, protocol }) =>
      sameText(owner.slice(owner.lastIndexOf(':') + 1), wanted.owner) &&
      sameText(usage, wanted.usage) &&
      (wanted.side === undefined || sameText(side, wanted.side)) &&
      (wanted.protocol === undefined || sameText(protocol ?? '', wanted.protocol)),
  );
  switch (wanted.of) {
    case 'port':
      return port?.port ?? null;
    case 'range':
      return port?.range ?? null;
    case 'published port':
      return port?.configuredPort ?? port?.port ?? null;
  }
}

/** What only one role has. */
function ownProperties(
  role: string,
  { service, pool }: PlacedService,
  details: ServiceDetails | undefined,
): ProductProperties {
  switch (role) {
    case 'WebServer':
      return webProperties(service, pool, details);
    case 'EdgeServer':
      return edgeProperties(pool);
    case 'ApplicationServer':
      return { Applications: applications(details) };
    case 'CentralManagement':
      return { Active: details?.isActive ?? false };
    case 'FileStore':
      return fileStoreProperties(pool, details);
    case 'WacServer':
      return { DiscoveryUri: details?.discoveryUrl ?? null };
    default:
      return details?.sqlInstance === undefined ? {} : { SqlInstanceName: details.sqlInstance };
  }
}

function webProperties(service: Service, pool: Pool, details: ServiceDetails | undefined): ProductProperties {
  const fqdns = { Internal: service.internalWebFqdn ?? pool.fqdn, External: service.externalWebFqdn };
  const addresses = details === undefined ? {} : webAddresses(details, fqdns);
  return { ...addresses, ExternalFqdn: fqdns.External ?? null, InternalFqdn: fqdns.Internal };
}

/** The A/V Edge's name is also that of its authentication service (working scripts); no document overrides the internal one. */
function edgeProperties(pool: Pool): ProductProperties {
  const audioVideo = edgeExternalFqdn(pool, 'A/V Edge') ?? null;
  return {
    AccessEdgeExternalFqdn: edgeExternalFqdn(pool, 'Access Edge') ?? null,
    DataEdgeExternalFqdn: edgeExternalFqdn(pool, 'Web Conferencing Edge') ?? null,
    AVEdgeExternalFqdn: audioVideo,
    InternalInterfaceFqdn: null,
    ExternalMrasFqdn: audioVideo,
  };
}

/** `urn:application:RGS` and so on, each once: scripts look for RGS in it (documented idiom). */
function applications(details: ServiceDetails | undefined): readonly string[] {
  const owners = details?.ports.map(({ owner }) => owner) ?? [];
  return [...new Set(owners.filter((owner) => owner.toLowerCase().startsWith('urn:application:')))];
}

function fileStoreProperties(pool: Pool, details: ServiceDetails | undefined): ProductProperties {
  const share = details?.shareName ?? null;
  return { ShareName: share, UncPath: share === null ? null : `\\\\${pool.fqdn}\\${share}`, IsDfsShare: false };
}

function sameText(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
