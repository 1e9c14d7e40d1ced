import type { PortDetails, ServiceDetails } from '../../../domain/topology/topology-details.ts';
import { isTrue } from './shared-elements.ts';
import type { ServicePart } from './topology-parts.ts';
import { attributeOf, childOf, childrenOf, numberOf, type XmlElement } from './xml-element.ts';

/** Details of a service (domain facts 6.2: ports and role elements). */
export function readServiceDetails(part: ServicePart, sqlInstance: string | undefined): ServiceDetails {
  const { element } = part;
  const centralMgmt = childOf(element, 'CentralMgmtService');
  return {
    serviceId: serviceId(part),
    roleVersion: numberOf(element, 'RoleVersion'),
    type: attributeOf(element, 'Type'),
    sqlInstance,
    ports: childrenOf(childOf(element, 'Ports'), 'Port').map(readPort),
    webComponents: childrenOf(childOf(childOf(element, 'WebService'), 'WebComponents'), 'Component').flatMap(
      (component) => attributeOf(component, 'ComponentName') ?? [],
    ),
    shareName: attributeOf(childOf(element, 'FileStoreService'), 'ShareName'),
    discoveryUrl: attributeOf(childOf(element, 'WacService'), 'DiscoveryUrl'),
    isActive: centralMgmt === undefined ? undefined : isTrue(attributeOf(centralMgmt, 'IsActive')),
  };
}

/** A published document composes the key alike; a Topology Builder file keeps the parts once it was published. */
function serviceId({ key, role, element }: ServicePart): string {
  const site = attributeOf(element, 'OriginalSiteId');
  const instance = attributeOf(element, 'OriginalInstance');
  return site === undefined || instance === undefined ? key : `${site}-${role}-${instance}`;
}

function readPort(port: XmlElement): PortDetails {
  return {
    owner: attributeOf(port, 'Owner') ?? '',
    usage: attributeOf(port, 'Usage') ?? '',
    side: attributeOf(port, 'InterfaceSide') ?? '',
    interfaceNumber: numberOf(port, 'InterfaceNumber'),
    port: numberOf(port, 'Port'),
    protocol: attributeOf(port, 'Protocol'),
    urlPath: attributeOf(port, 'UrlPath'),
    authorizesRequests: isTrue(attributeOf(port, 'AuthorizesRequests')),
    gruuType: attributeOf(port, 'GruuType'),
    range: numberOf(port, 'Range'),
    configuredPort: numberOf(port, 'ConfiguredPort'),
    configuredFqdn: attributeOf(port, 'ConfiguredFqdn'),
  };
}
