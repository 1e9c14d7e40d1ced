import type { ProductProperties } from '../product-object.ts';
import type { ServiceDetails } from '../topology/topology-details.ts';

/** A property with the address of a web component. */
interface WebAddress {
  readonly property: string;
  /** Name of the component in the topology. */
  readonly component: string;
  readonly side: 'Internal' | 'External';
  readonly protocol: 'http' | 'https';
  readonly path: string;
}

/** Properties and paths: transcript of Get-CsService -WebServer, Lync Server 2010 and 2013. */
const WEB_ADDRESSES: readonly WebAddress[] = [
  internal('LIServiceInternalUri', 'LIService', '/locationinformation/liservice.svc'),
  internal('ABHandlerInternalUri', 'ABHandler', '/abs/handler'),
  external('ABHandlerExternalUri', 'ABHandler', '/abs/handler'),
  internal('DLExpansionInternalUri', 'DLExpansion', '/groupexpansion/service.svc'),
  external('DLExpansionExternalUri', 'DLExpansion', '/groupexpansion/service.svc'),
  internal('CAHandlerInternalUri', 'CAHandler', '/CertProv/CertProvisioningService.svc'),
  internal('CAHandlerInternalAnonUri', 'CAHandlerAnon', '/CertProv/CertProvisioningService.svc', 'http'),
  internal('CollabContentInternalUri', 'CollabContent', '/CollabContent'),
  external('CollabContentExternalUri', 'CollabContent', '/CollabContent'),
  external('CAHandlerExternalUri', 'CAHandler', '/CertProv/CertProvisioningService.svc'),
  internal('DeviceUpdateDownloadInternalUri', 'DeviceUpdateDownload', '/RequestHandler/ucdevice.upx'),
  external('DeviceUpdateDownloadExternalUri', 'DeviceUpdateDownload', '/RequestHandlerExt/ucdevice.upx'),
  internal('DeviceUpdateStoreInternalUri', 'DeviceUpdateStore', '/RequestHandler/Files', 'http'),
  external('DeviceUpdateStoreExternalUri', 'DeviceUpdateStore', '/RequestHandlerExt/Files'),
  internal('RgsAgentServiceInternalUri', 'RgsAgentService', '/RgsClients/AgentService.svc'),
  external('RgsAgentServiceExternalUri', 'RgsAgentService', '/RgsClients/AgentService.svc'),
  external('MeetExternalUri', 'Meet', '/Meet'),
  external('DialinExternalUri', 'Dialin', '/Dialin'),
  internal('CscpInternalUri', 'Cscp', '/Cscp'),
  external('ReachExternalUri', 'Reach', '/Reach'),
  internal('ReachInternalUri', 'Reach', '/Reach'),
  external('WebTicketExternalUri', 'WebTicket', '/WebTicket/WebTicketService.svc'),
  internal('WebTicketInternalUri', 'WebTicket', '/WebTicket/WebTicketService.svc'),
];

const DEFAULT_PORTS = { http: 80, https: 443 } as const;

/** The addresses of a web service's components; null where it lacks the component, or the FQDN of that side. */
export function webAddresses(
  { webComponents, ports }: ServiceDetails,
  fqdns: { readonly Internal: string; readonly External: string | undefined },
): ProductProperties {
  const present = new Set(webComponents.map((name) => name.toLowerCase()));
  const address = ({ component, side, protocol, path }: WebAddress): string | null => {
    const host = fqdns[side];
    if (host === undefined || !present.has(component.toLowerCase())) return null;
    const site = ports.find(
      (port) =>
        port.owner.endsWith(':OCSWebSite') &&
        port.side === (side === 'Internal' ? 'Primary' : 'External') &&
        port.protocol?.toLowerCase() === protocol,
    );
    const number = site?.configuredPort ?? site?.port ?? DEFAULT_PORTS[protocol];
    return `${protocol}://${host}${number === DEFAULT_PORTS[protocol] ? '' : `:${number}`}${path}`;
  };
  return Object.fromEntries(WEB_ADDRESSES.map((web) => [web.property, address(web)]));
}

function internal(property: string, component: string, path: string, protocol: 'http' | 'https' = 'https'): WebAddress {
  return { property, component, side: 'Internal', protocol, path };
}

function external(property: string, component: string, path: string): WebAddress {
  return { property, component, side: 'External', protocol: 'https', path };
}
