import type { Port } from '../../../domain/topology/topology.ts';
import type { XmlElement } from './xml-element.ts';

/**
 * What both kinds of documents hold, before it is put together. A key names a part inside its document; keys are
 * compared without regard to case.
 */
export interface TopologyParts {
  readonly domains: SipDomains;
  readonly sites: readonly SitePart[];
  readonly clusters: readonly ClusterPart[];
  readonly sqlInstances: readonly SqlInstancePart[];
  readonly services: readonly ServicePart[];
}

export interface SipDomains {
  readonly defaultDomain: string;
  readonly domains: readonly string[];
}

interface Part {
  readonly key: string;
  /** Where it stands in the document's text. */
  readonly offset: number;
}

/** A part with the element that describes it, for its details. */
interface ElementPart extends Part {
  readonly element: XmlElement;
}

/** A place in the document that names another part. */
export type Reference = Part;

export interface SitePart extends ElementPart {
  readonly name: string;
  readonly kind: 'central' | 'branch';
}

export interface ClusterPart extends ElementPart {
  readonly fqdn: string;
  readonly siteKey: string;
  readonly machines: readonly MachinePart[];
}

export interface MachinePart {
  readonly fqdn: string;
  readonly offset: number;
  readonly element: XmlElement;
}

export interface SqlInstancePart extends ElementPart {
  /** Empty for the default instance. */
  readonly name: string;
  readonly cluster: Reference;
}

export interface ServicePart extends ElementPart {
  readonly role: string;
  readonly serviceVersion: number;
  /** A cluster or a SQL instance. */
  readonly installedOn: Reference;
  readonly dependsOn: readonly Reference[];
  readonly settings: ServiceSettings;
}

/** What a service says of itself; written alike in both kinds of documents. */
export interface ServiceSettings {
  readonly ports: readonly Port[];
  readonly isDirector: boolean;
  readonly internalWebFqdn: string | undefined;
  readonly externalWebFqdn: string | undefined;
}
