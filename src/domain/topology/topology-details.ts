/**
 * What a topology document says beyond names and roles, for the cmdlets that show it. Maps go by the ids of the
 * topology; what a document leaves out is undefined.
 */
export interface TopologyDetails {
  /** Of a published topology: which publication it is. */
  readonly signature: string | undefined;
  readonly allowAllDomains: boolean;
  /** In document order, as the SIP domains of the topology. */
  readonly domains: readonly DomainDetails[];
  readonly sites: ReadonlyMap<string, SiteDetails>;
  readonly pools: ReadonlyMap<string, PoolDetails>;
  readonly services: ReadonlyMap<string, ServiceDetails>;
  readonly sqlInstances: readonly SqlInstanceDetails[];
}

export interface DomainDetails {
  readonly name: string;
  readonly authoritative: boolean;
  readonly allowSubDomains: boolean;
}

export interface SiteDetails {
  readonly description: string | undefined;
  readonly city: string | undefined;
  readonly state: string | undefined;
  readonly countryCode: string | undefined;
}

export interface PoolDetails {
  /** Number of the cluster in its site. */
  readonly number: number | undefined;
  readonly requiresReplication: boolean;
  readonly requiresSetup: boolean;
  /** In the order of the pool's machines. */
  readonly machines: readonly MachineDetails[];
}

export interface MachineDetails {
  readonly ordinal: number | undefined;
  readonly faultDomain: string | undefined;
  readonly upgradeDomain: string | undefined;
  readonly netInterfaces: readonly NetInterface[];
}

export interface NetInterface {
  /** `Primary`, `Internal`, `External` or `Pstn`. */
  readonly side: string;
  readonly number: number | undefined;
  readonly ipAddress: string | undefined;
  /** The address seen from outside. */
  readonly configuredIpAddress: string | undefined;
}

export interface SqlInstanceDetails {
  /** Empty for the default instance. */
  readonly name: string;
  /** `id` of the pool it is on. */
  readonly poolId: string;
  readonly alwaysOnPrimaryNodeFqdn: string | undefined;
}

export interface ServiceDetails {
  /** `1-Registrar-1`: site, role and instance; the id in a Topology Builder file that was never published. */
  readonly serviceId: string;
  readonly roleVersion: number | undefined;
  /** .NET type that the document names. */
  readonly type: string | undefined;
  /** Name of the SQL instance it is installed on; undefined for a service of a cluster. */
  readonly sqlInstance: string | undefined;
  readonly ports: readonly PortDetails[];
  /** Names of the web components, in document order. */
  readonly webComponents: readonly string[];
  readonly shareName: string | undefined;
  readonly discoveryUrl: string | undefined;
  /** Of the Central Management service; undefined for every other role. */
  readonly isActive: boolean | undefined;
}

export interface PortDetails {
  readonly owner: string;
  readonly usage: string;
  readonly side: string;
  readonly interfaceNumber: number | undefined;
  readonly port: number | undefined;
  readonly protocol: string | undefined;
  readonly urlPath: string | undefined;
  readonly authorizesRequests: boolean;
  readonly gruuType: string | undefined;
  /** How many ports begin with `port`. */
  readonly range: number | undefined;
  /** The port that a reverse proxy publishes. */
  readonly configuredPort: number | undefined;
  readonly configuredFqdn: string | undefined;
}
