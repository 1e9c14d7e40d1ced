import type {
  DomainDetails,
  MachineDetails,
  NetInterface,
  PoolDetails,
  SiteDetails,
  SqlInstanceDetails,
  TopologyDetails,
} from '../../../domain/topology/topology-details.ts';
import { readServiceDetails } from './read-service-details.ts';
import { isTrue } from './shared-elements.ts';
import type { ClusterPart, SitePart, SqlInstancePart, TopologyParts } from './topology-parts.ts';
import { attributeOf, childOf, childrenOf, numberOf, type XmlElement } from './xml-element.ts';

/**
 * The details of a topology whose parts are known to fit together. Only names and roles can be wrong in a document:
 * a detail that makes no sense is taken for absent.
 */
export function readDetails(topology: XmlElement, parts: TopologyParts): TopologyDetails {
  const domains = childOf(topology, 'InternalDomains');
  const elements = new Map(
    childrenOf(domains, 'InternalDomain').map((domain) => [attributeOf(domain, 'Name'), domain]),
  );
  const clusterKeys = new Map(parts.clusters.map(({ key }) => [key.toLowerCase(), key]));
  const instances = new Map(parts.sqlInstances.map((instance) => [instance.key.toLowerCase(), instance.name]));
  return {
    signature: attributeOf(topology, 'Signature'),
    allowAllDomains: isTrue(attributeOf(domains, 'AllowAllDomains')),
    domains: parts.domains.domains.map((name) => readDomain(name, elements.get(name))),
    sites: new Map(parts.sites.map((site) => [site.key, readSite(site)])),
    pools: new Map(parts.clusters.map((cluster) => [cluster.key, readPool(cluster)])),
    services: new Map(
      parts.services.map((service) => [
        service.key,
        readServiceDetails(service, instances.get(service.installedOn.key.toLowerCase())),
      ]),
    ),
    sqlInstances: parts.sqlInstances.map((instance) =>
      readSqlInstance(instance, clusterKeys.get(instance.cluster.key.toLowerCase()) ?? instance.cluster.key),
    ),
  };
}

function readDomain(name: string, element: XmlElement | undefined): DomainDetails {
  return {
    name,
    authoritative: isTrue(attributeOf(element, 'Authoritative')),
    allowSubDomains: isTrue(attributeOf(element, 'AllowSubDomains')),
  };
}

function readSite({ element }: SitePart): SiteDetails {
  const location = childOf(element, 'Location');
  const description = childOf(element, 'Description')?.text.trim();
  return {
    description: description === '' ? undefined : description,
    city: attributeOf(location, 'City'),
    state: attributeOf(location, 'State'),
    countryCode: attributeOf(location, 'CountryCode'),
  };
}

function readPool({ element, machines }: ClusterPart): PoolDetails {
  return {
    number: numberOf(childOf(element, 'ClusterId'), 'Number') ?? numberOf(element, 'OriginalNumber'),
    requiresReplication: isTrue(attributeOf(element, 'RequiresReplication')),
    requiresSetup: isTrue(attributeOf(element, 'RequiresSetup')),
    machines: machines.map((machine) => readMachine(machine.element)),
  };
}

function readMachine(machine: XmlElement): MachineDetails {
  return {
    ordinal: numberOf(machine, 'OrdinalInCluster') ?? numberOf(machine, 'OriginalOrdinalInCluster'),
    faultDomain: attributeOf(machine, 'FaultDomain'),
    upgradeDomain: attributeOf(machine, 'UpgradeDomain'),
    netInterfaces: childrenOf(machine, 'NetInterface').map(readNetInterface),
  };
}

function readNetInterface(element: XmlElement): NetInterface {
  return {
    side: attributeOf(element, 'InterfaceSide') ?? '',
    number: numberOf(element, 'InterfaceNumber'),
    ipAddress: attributeOf(element, 'IPAddress'),
    configuredIpAddress: attributeOf(element, 'ConfiguredIPAddress'),
  };
}

function readSqlInstance({ name, element }: SqlInstancePart, poolId: string): SqlInstanceDetails {
  return { name, poolId, alwaysOnPrimaryNodeFqdn: attributeOf(element, 'AlwaysOnPrimaryNodeFqdn') };
}
