import type { DocumentText } from '../document/document-text.ts';
import { requiredHost } from '../document/host-attribute.ts';
import { readMachines, readServiceSettings, readSipDomains } from '../document/shared-elements.ts';
import type {
  ClusterPart,
  Reference,
  ServicePart,
  SitePart,
  SqlInstancePart,
  TopologyParts,
} from '../document/topology-parts.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  integerAttribute,
  requiredAttribute,
  requiredChild,
  type XmlElement,
} from '../document/xml-element.ts';

/** Namespace of the `Topology` element that `Get-CsTopology -AsXml` gives. */
export const PUBLISHED_NAMESPACE = 'urn:schema:Microsoft.Rtc.Management.Deploy.Topology.2008';

/** Reads a published `Topology` element (domain facts 6.2). Throws TopologyInvalid. */
export function readPublishedParts(source: DocumentText, topology: XmlElement): TopologyParts {
  const sites = requiredChild(source, topology, 'Sites');
  return {
    domains: readSipDomains(source, topology),
    sites: sites.children.flatMap((site) => readSite(source, site)),
    clusters: childrenOf(requiredChild(source, topology, 'Clusters'), 'Cluster').map((cluster) =>
      readCluster(source, cluster),
    ),
    sqlInstances: childrenOf(childOf(topology, 'SqlInstances'), 'SqlInstance').map((instance) =>
      readSqlInstance(source, instance),
    ),
    services: childrenOf(requiredChild(source, topology, 'Services'), 'Service').map((service) =>
      readService(source, service),
    ),
  };
}

/** Central sites, branch sites (`RemoteSite`), and whatever else has an id that a cluster may refer to. */
function readSite(source: DocumentText, site: XmlElement): readonly SitePart[] {
  const isKnown = site.name === 'CentralSite' || site.name === 'RemoteSite';
  const key = isKnown ? requiredAttribute(source, site, 'SiteId') : attributeOf(site, 'SiteId');
  if (key === undefined) return [];
  const name = childOf(site, 'Name')?.text.trim() ?? '';
  return [{ key, name, kind: site.name === 'RemoteSite' ? 'branch' : 'central', offset: site.offset, element: site }];
}

function readCluster(source: DocumentText, cluster: XmlElement): ClusterPart {
  const id = requiredChild(source, cluster, 'ClusterId');
  const fqdn = requiredHost(source, cluster, 'Fqdn');
  return {
    ...clusterReference(source, id),
    element: cluster,
    fqdn,
    siteKey: requiredAttribute(source, id, 'SiteId'),
    machines: readMachines(source, childrenOf(cluster, 'Machine'), fqdn),
  };
}

function readSqlInstance(source: DocumentText, instance: XmlElement): SqlInstancePart {
  const id = requiredChild(source, instance, 'SqlInstanceId');
  return {
    ...sqlInstanceReference(source, id),
    element: instance,
    name: attributeOf(id, 'Name') ?? '',
    cluster: clusterReference(source, requiredChild(source, id, 'ClusterId')),
  };
}

function readService(source: DocumentText, service: XmlElement): ServicePart {
  const id = requiredChild(source, service, 'ServiceId');
  return {
    ...serviceReference(source, id),
    element: service,
    role: requiredAttribute(source, id, 'RoleName'),
    serviceVersion: integerAttribute(source, service, 'ServiceVersion'),
    installedOn: placeReference(source, requiredChild(source, service, 'InstalledOn')),
    dependsOn: childrenOf(childOf(service, 'DependsOn'), 'Dependency').map((dependency) =>
      serviceReference(source, requiredChild(source, dependency, 'ServiceId')),
    ),
    settings: readServiceSettings(source, service),
  };
}

function placeReference(source: DocumentText, installedOn: XmlElement): Reference {
  const instance = childOf(installedOn, 'SqlInstanceId');
  return instance === undefined
    ? clusterReference(source, requiredChild(source, installedOn, 'ClusterId'))
    : sqlInstanceReference(source, instance);
}

/** `1:2`: site and number. */
function clusterReference(source: DocumentText, id: XmlElement): Reference {
  const key = `${requiredAttribute(source, id, 'SiteId')}:${requiredAttribute(source, id, 'Number')}`;
  return { key, offset: id.offset };
}

/** `1:2\rtc`: cluster and instance name. */
function sqlInstanceReference(source: DocumentText, id: XmlElement): Reference {
  const cluster = clusterReference(source, requiredChild(source, id, 'ClusterId'));
  return { key: `${cluster.key}\\${attributeOf(id, 'Name') ?? ''}`, offset: id.offset };
}

/** `1-Registrar-1`: site, role and instance. */
function serviceReference(source: DocumentText, id: XmlElement): Reference {
  const parts = (['SiteId', 'RoleName', 'Instance'] as const).map((name) => requiredAttribute(source, id, name));
  return { key: parts.join('-'), offset: id.offset };
}
