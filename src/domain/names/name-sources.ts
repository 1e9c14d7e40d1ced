import { displayText } from '../display-text.ts';
import { commandError } from '../errors/catalogue.ts';
import { sameHost } from '../fqdn.ts';
import type { Policies } from '../policies.ts';
import { type EdgeService, edgeExternalFqdn } from '../topology/edge.ts';
import { serviceOf, siteOf } from '../topology/pools.ts';
import { hostOfSimpleUrl, type SimpleUrl, simpleUrlsOfSite } from '../topology/simple-urls.ts';
import type { Machine, Pool, Topology } from '../topology/topology.ts';
import type { ReasonedName } from './derived-names.ts';

/** Where a name can come from; the words of the naming rules. */
export type NameSource =
  | 'pool'
  | 'machine'
  | 'internalWeb'
  | 'externalWeb'
  | 'simpleUrls'
  | 'lyncdiscoverInternal'
  | 'lyncdiscover'
  | 'sip'
  | 'defaultSipDomain'
  | 'sipDomains'
  | 'accessEdge'
  | 'dataEdge'
  | 'audioVideoEdge'
  | 'xmppDomains';

/** What the sources look at. */
export interface NamingContext {
  readonly topology: Topology;
  readonly pool: Pool;
  readonly machine: Machine;
  readonly simpleUrls: readonly SimpleUrl[];
  readonly allSipDomain: boolean;
  readonly policies: Policies;
}

type Source = (context: NamingContext) => readonly ReasonedName[];

const COMPUTER = 'FQDN of the computer';

/** How each source computes its names; none where the topology has no such name. Throws SimpleUrlInvalid. */
const SOURCES: { readonly [Name in NameSource]: Source } = {
  pool: (context) => [{ name: context.pool.fqdn, reason: isAlone(context) ? COMPUTER : 'FQDN of the pool' }],
  machine: ({ machine }) => [{ name: machine.fqdn, reason: COMPUTER }],
  internalWeb: ({ pool }) =>
    optionalName(serviceOf(pool, 'WebServices')?.internalWebFqdn, 'internal web services FQDN of the pool'),
  externalWeb: ({ pool }) =>
    optionalName(serviceOf(pool, 'WebServices')?.externalWebFqdn, 'external web services FQDN of the pool'),
  simpleUrls: ({ topology, pool, simpleUrls }) =>
    simpleUrlsOfSite(simpleUrls, siteOf(topology, pool)).map(nameOfSimpleUrl),
  lyncdiscoverInternal: (context) => perSipDomain(context, 'LyncdiscoverInternal.', 'internal Autodiscover for'),
  lyncdiscover: (context) => perSipDomain(context, 'Lyncdiscover.', 'external Autodiscover for'),
  sip: (context) =>
    context.policies.sipDomainNames ? perSipDomain(context, 'sip.', 'automatic client logon (policy) for') : [],
  defaultSipDomain: ({ topology }) => [{ name: topology.defaultSipDomain, reason: 'default SIP domain' }],
  sipDomains: (context) => perSipDomain(context, '', ''),
  accessEdge: ({ pool }) => edgeName(pool, 'Access Edge'),
  dataEdge: ({ pool }) => edgeName(pool, 'Web Conferencing Edge'),
  audioVideoEdge: (context) =>
    context.policies.audioVideoEdgeSubject ? edgeName(context.pool, 'A/V Edge') : SOURCES.pool(context),
  xmppDomains: (context) => perSipDomain(context, '', 'XMPP domain:'),
};

/** The names that a source has for this machine, in product order and casing. */
export function namesFrom(source: NameSource, context: NamingContext): readonly ReasonedName[] {
  return SOURCES[source](context);
}

/** A pool of one machine of the same name: both are one name, for one reason. */
function isAlone({ pool, machine }: NamingContext): boolean {
  return sameHost(pool.fqdn, machine.fqdn);
}

function optionalName(name: string | undefined, reason: string): readonly ReasonedName[] {
  return name === undefined ? [] : [{ name, reason }];
}

function edgeName(pool: Pool, service: EdgeService): readonly ReasonedName[] {
  return optionalName(edgeExternalFqdn(pool, service), `external FQDN of the ${service} service`);
}

/** The default SIP domain, or with -AllSipDomain every one in document order (domain facts 10). */
function perSipDomain(context: NamingContext, prefix: string, purpose: string): readonly ReasonedName[] {
  const { topology, allSipDomain } = context;
  const domains = allSipDomain ? topology.sipDomains : [topology.defaultSipDomain];
  return domains.map((domain) => {
    const isDefault = sameHost(domain, topology.defaultSipDomain);
    const which = isDefault ? 'default SIP domain' : 'SIP domain';
    const wording = prefix === '' ? which : `${which} ${domain}`;
    return {
      name: `${prefix}${domain}`,
      reason: `${purpose} ${wording}${isDefault ? '' : ' (-AllSipDomain)'}`.trimStart(),
    };
  });
}

/** Only the host goes into a certificate: `https://lync.contoso.com/Meet` gives `lync.contoso.com` (domain facts 5.2). */
function nameOfSimpleUrl({ component, domain, activeUrl }: SimpleUrl): ReasonedName {
  const name = hostOfSimpleUrl(activeUrl);
  if (name === undefined) throw commandError('SimpleUrlInvalid', { component, url: activeUrl }, { target: activeUrl });
  const purpose = domain === '*' ? '' : ` for SIP domain ${displayText(domain, 255)}`;
  return { name, reason: `${displayText(component, 40)} simple URL${purpose}: ${displayText(activeUrl, 255)}` };
}
