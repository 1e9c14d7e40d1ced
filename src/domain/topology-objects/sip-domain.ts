import { sameHost } from '../fqdn.ts';
import type { ProductObject } from '../product-object.ts';
import type { Topology } from '../topology/topology.ts';

const TYPE_NAMES = ['Microsoft.Rtc.Management.Xds.SipDomain'];

/** The SIP domains in document order (properties: page of Get-CsSipDomain; working scripts). */
export function sipDomainObjects({ sipDomains, defaultSipDomain }: Topology): readonly ProductObject[] {
  return sipDomains.map((name) => ({
    typeNames: TYPE_NAMES,
    text: name,
    properties: () => ({ Identity: name, Name: name, IsDefault: sameHost(name, defaultSipDomain) }),
  }));
}
