import { sameHost } from '../../../domain/fqdn.ts';
import type { Port } from '../../../domain/topology/topology.ts';
import { type DocumentText, invalidAt } from './document-text.ts';
import { optionalHost, requiredHost } from './host-attribute.ts';
import type { MachinePart, ServiceSettings, SipDomains } from './topology-parts.ts';
import { attributeOf, childOf, childrenOf, requiredChild, type XmlElement } from './xml-element.ts';

/** `InternalDomains`: the SIP domains, the default one included even where the list leaves it out. */
export function readSipDomains(source: DocumentText, topology: XmlElement): SipDomains {
  const element = requiredChild(source, topology, 'InternalDomains');
  const defaultDomain = requiredHost(source, element, 'DefaultDomain');
  const domains: string[] = [];
  for (const domain of childrenOf(element, 'InternalDomain')) {
    const name = requiredHost(source, domain, 'Name');
    if (!domains.some((known) => sameHost(known, name))) domains.push(name);
  }
  const listed = domains.some((domain) => sameHost(domain, defaultDomain));
  return { defaultDomain, domains: listed ? domains : [defaultDomain, ...domains] };
}

/**
 * The machines of a cluster. A machine without a name is the only one of its cluster and has the cluster's FQDN
 * (domain facts 6.4, seen in Topology Builder files).
 */
export function readMachines(
  source: DocumentText,
  machines: readonly XmlElement[],
  clusterFqdn: string,
): readonly MachinePart[] {
  return machines.map((machine) => {
    const fqdn = optionalHost(source, machine, 'Fqdn') ?? (machines.length === 1 ? clusterFqdn : undefined);
    if (fqdn === undefined) throw invalidAt(source, machine.offset, 'a computer of a cluster of several has no Fqdn');
    return { fqdn, offset: machine.offset, element: machine };
  });
}

/** Ports and role element of a service (domain facts 6.2). */
export function readServiceSettings(source: DocumentText, service: XmlElement): ServiceSettings {
  const web = childOf(service, 'WebService');
  return {
    ports: childrenOf(childOf(service, 'Ports'), 'Port').map((port) => readPort(source, port)),
    isDirector: isTrue(attributeOf(childOf(service, 'RegistrarService'), 'IsDirector')),
    internalWebFqdn: optionalHost(source, childOf(web, 'InternalSettings'), 'Host'),
    externalWebFqdn: optionalHost(source, childOf(web, 'ExternalSettings'), 'Host'),
  };
}

function readPort(source: DocumentText, port: XmlElement): Port {
  return {
    owner: attributeOf(port, 'Owner') ?? '',
    usage: attributeOf(port, 'Usage') ?? '',
    side: attributeOf(port, 'InterfaceSide') ?? '',
    configuredFqdn: optionalHost(source, port, 'ConfiguredFqdn'),
  };
}

/** `true` or `1`, as XML Schema spells a Boolean. */
export function isTrue(value: string | undefined): boolean {
  return value !== undefined && /^(?:true|1)$/i.test(value);
}
