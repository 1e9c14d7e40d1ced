/**
 * The organisation's topology as the naming rules need it: pure data, read by an adapter from a document.
 * All host names keep the casing of the document; compare them with `sameHost`. Ids are opaque and unique per kind.
 */
export interface Topology {
  /** `InternalDomains/@DefaultDomain`. */
  readonly defaultSipDomain: string;
  /** Every SIP domain in document order, the default one included. */
  readonly sipDomains: readonly string[];
  readonly sites: readonly Site[];
  /** Every cluster of the document, those that need no certificate (SQL, file store, gateway) included. */
  readonly pools: readonly Pool[];
}

/** A central site, or a branch site (the documents say `RemoteSite`). */
export interface Site {
  readonly id: string;
  readonly name: string;
  readonly kind: 'central' | 'branch';
}

/** A pool: the documents say `Cluster`. A Standard Edition server is a pool of one machine of the same name. */
export interface Pool {
  readonly id: string;
  readonly fqdn: string;
  readonly siteId: string;
  /** In document order; may be empty. */
  readonly machines: readonly Machine[];
  /** What is installed on the pool, directly or on one of its SQL instances, in document order. */
  readonly services: readonly Service[];
  /** Names of the SQL instances on the pool; the default instance is the empty string. */
  readonly sqlInstances: readonly string[];
}

export interface Machine {
  readonly fqdn: string;
  /** `id` of the pool it belongs to. */
  readonly poolId: string;
}

/** One service of the document (`UserServices`, `Registrar`, `EdgeServer` …). */
export interface Service {
  readonly id: string;
  /** `RoleName` as the document writes it. */
  readonly role: string;
  /** 5 Lync 2010, 6 Lync 2013, 7 Skype for Business 2015, 8 Skype for Business 2019. */
  readonly serviceVersion: number;
  /** `id` of the pool; also for a service that is installed on a SQL instance. */
  readonly installedOn: string;
  /** `id`s of other services. */
  readonly dependsOn: readonly string[];
  readonly ports: readonly Port[];
  /** `RegistrarService/@IsDirector`; false for every other role. */
  readonly isDirector: boolean;
  /** Overridden internal web services FQDN; undefined means the pool's FQDN. */
  readonly internalWebFqdn: string | undefined;
  readonly externalWebFqdn: string | undefined;
}

/** A port of a service; the external FQDNs of an Edge Server are only found here. */
export interface Port {
  /** `urn:component:…` or `urn:application:…`. */
  readonly owner: string;
  readonly usage: string;
  /** `Primary`, `Internal`, `External` or `Pstn`. */
  readonly side: string;
  /** The name seen from outside, where the document gives one. */
  readonly configuredFqdn: string | undefined;
}
