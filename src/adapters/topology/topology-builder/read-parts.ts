import type { DocumentText } from '../document/document-text.ts';
import { requiredHost } from '../document/host-attribute.ts';
import { readMachines, readServiceSettings, readSipDomains } from '../document/shared-elements.ts';
import type { ClusterPart, ServicePart, SitePart, SqlInstancePart, TopologyParts } from '../document/topology-parts.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  integerAttribute,
  requiredAttribute,
  requiredChild,
  type XmlElement,
} from '../document/xml-element.ts';

/** Namespace of the root of a Topology Builder file. */
export const BUILDER_NAMESPACE = 'urn:schema:Microsoft.Rtc.Management.Deploy.TopologyBuilder.2008';

/** The topology that a Topology Builder file stands for: the new one, where there is also the original one. */
export function partialTopologyOf(source: DocumentText, root: XmlElement): XmlElement {
  const newTopology = childOf(childOf(root, 'NewTopology'), 'PartialTopology');
  const original = childOf(childOf(root, 'OriginalTopology'), 'PartialTopology');
  return (
    newTopology ?? original ?? requiredChild(source, requiredChild(source, root, 'NewTopology'), 'PartialTopology')
  );
}

/** Reads a `PartialTopology` element (domain facts 6.4). Throws TopologyInvalid. */
export function readBuilderParts(source: DocumentText, topology: XmlElement): TopologyParts {
  const central = childrenOf(requiredChild(source, topology, 'CentralSites'), 'CentralSite');
  const sites = central.flatMap((site, index) => readSites(site, index));
  const clusters = sites.flatMap(({ part, element }) =>
    clustersOf(element).map((cluster) => ({ cluster, site: part })),
  );
  return {
    domains: readSipDomains(source, topology),
    sites: sites.map(({ part }) => part),
    clusters: clusters.map(({ cluster, site }) => readCluster(source, cluster, site)),
    sqlInstances: clusters.flatMap(({ cluster }) => readSqlInstances(source, cluster)),
    services: childrenOf(requiredChild(source, topology, 'Services'), 'Service').map((service) =>
      readService(source, service),
    ),
  };
}

interface BuilderSite {
  readonly part: SitePart;
  readonly element: XmlElement;
}

/** A central site and its branch sites. Before the first publication a site may have no id; its place is its id then. */
function readSites(site: XmlElement, index: number): readonly BuilderSite[] {
  const part = readSite(site, 'central', `${index + 1}`);
  const branches = childrenOf(childOf(site, 'RemoteSites'), 'RemoteSite').map((element, branch) => ({
    part: readSite(element, 'branch', `${part.key}.${branch + 1}`),
    element,
  }));
  return [{ part, element: site }, ...branches];
}

function readSite(site: XmlElement, kind: SitePart['kind'], place: string): SitePart {
  const key = attributeOf(site, 'SiteId') ?? attributeOf(site, 'OriginalSiteId') ?? `unpublished ${place}`;
  return { key, name: childOf(site, 'Name')?.text.trim() ?? '', kind, offset: site.offset, element: site };
}

function clustersOf(site: XmlElement): readonly XmlElement[] {
  return childrenOf(childOf(site, 'Clusters'), 'Cluster');
}

function readCluster(source: DocumentText, cluster: XmlElement, site: SitePart): ClusterPart {
  const fqdn = requiredHost(source, cluster, 'Fqdn');
  return {
    key: requiredAttribute(source, cluster, 'UniqueId'),
    offset: cluster.offset,
    element: cluster,
    fqdn,
    siteKey: site.key,
    machines: readMachines(source, childrenOf(childOf(cluster, 'Machines'), 'Machine'), fqdn),
  };
}

function readSqlInstances(source: DocumentText, cluster: XmlElement): readonly SqlInstancePart[] {
  return childrenOf(childOf(cluster, 'SqlInstances'), 'SqlInstance').map((instance) => ({
    key: requiredAttribute(source, instance, 'UniqueId'),
    offset: instance.offset,
    element: instance,
    name: attributeOf(instance, 'Name') ?? '',
    cluster: { key: requiredAttribute(source, cluster, 'UniqueId'), offset: cluster.offset },
  }));
}

function readService(source: DocumentText, service: XmlElement): ServicePart {
  return {
    key: requiredAttribute(source, service, 'UniqueId'),
    offset: service.offset,
    element: service,
    role: requiredAttribute(source, service, 'RoleName'),
    serviceVersion: integerAttribute(source, service, 'ServiceVersion'),
    installedOn: { key: requiredAttribute(source, service, 'InstalledOn'), offset: service.offset },
    dependsOn: childrenOf(childOf(service, 'DependsOn'), 'Dependency').map((dependency) => ({
      key: requiredAttribute(source, dependency, 'ServiceUniqueId'),
      offset: dependency.offset,
    })),
    settings: readServiceSettings(source, service),
  };
}
