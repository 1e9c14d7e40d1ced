import type { CertificateUse } from '../certificate-use.ts';
import type { Policies } from '../policies.ts';
import type { MachineRole } from '../topology/roles.ts';
import type { NameSource } from './name-sources.ts';

/** What one use contributes on one role: the subject when it leads the request, and its names in order. */
export interface NamingRule {
  readonly subject: NameSource;
  readonly names: readonly NameSource[];
}

type RulesOfRole = { readonly [Use in CertificateUse]?: NamingRule };

/** Pools and Directors: the subject is the pool, also for a single web services type (5.2, column "Cmdlet"). */
const FRONT_END_POOL: RulesOfRole = {
  Default: { subject: 'pool', names: ['pool', 'machine', 'sip'] },
  WebServicesInternal: {
    subject: 'pool',
    names: ['pool', 'machine', 'internalWeb', 'simpleUrls', 'lyncdiscoverInternal'],
  },
  WebServicesExternal: { subject: 'pool', names: ['pool', 'externalWeb', 'simpleUrls', 'lyncdiscover'] },
  OAuthTokenIssuer: { subject: 'defaultSipDomain', names: ['sipDomains'] },
};

/** The role-by-type table of domain facts 5.2, read as its section 10 decides, one line a row of it. */
const NAMING_RULES: { readonly [Role in MachineRole]: RulesOfRole } = {
  StandardEdition: {
    Default: { subject: 'machine', names: ['machine', 'sip'] },
    WebServicesInternal: {
      subject: 'machine',
      names: ['machine', 'internalWeb', 'simpleUrls', 'lyncdiscoverInternal'],
    },
    WebServicesExternal: { subject: 'machine', names: ['machine', 'externalWeb', 'simpleUrls', 'lyncdiscover'] },
    OAuthTokenIssuer: { subject: 'defaultSipDomain', names: ['sipDomains'] },
  },
  EnterpriseEdition: FRONT_END_POOL,
  Director: FRONT_END_POOL,
  SurvivableBranch: { Default: { subject: 'machine', names: ['machine', 'sip'] } },
  Mediation: { Default: { subject: 'pool', names: ['pool', 'machine'] } },
  Conferencing: { Default: { subject: 'pool', names: ['pool', 'machine'] } },
  PersistentChat: { Default: { subject: 'pool', names: ['pool', 'machine'] } },
  TrustedApplication: { Default: { subject: 'pool', names: ['pool', 'machine'] } },
  Edge: {
    Internal: { subject: 'pool', names: ['pool'] },
    AccessEdgeExternal: { subject: 'accessEdge', names: ['accessEdge'] },
    DataEdgeExternal: { subject: 'dataEdge', names: ['dataEdge'] },
    AudioVideoAuthentication: { subject: 'audioVideoEdge', names: [] },
    XmppServer: { subject: 'accessEdge', names: ['accessEdge', 'xmppDomains'] },
  },
};

/** What follows every other name of an Access Edge request (5.2: access, web conferencing, then `sip.` names). */
export const TRAILING_NAMES: { readonly [Use in CertificateUse]?: readonly NameSource[] } = {
  AccessEdgeExternal: ['sip'],
};

/** The rule of a use on a role; undefined where that role has no such use. */
export function namingRule(role: MachineRole, use: CertificateUse): NamingRule | undefined {
  return NAMING_RULES[role][use];
}

/** Whether a use leaves out alternative names that would repeat only the subject (5.1 rule 9, section 10). */
export function omitsSubjectOnlyNames(role: MachineRole, use: CertificateUse, policies: Policies): boolean {
  return role === 'Edge' || use === 'OAuthTokenIssuer'
    ? policies.omitSubjectOnlyNamesOnEdge
    : policies.omitSubjectOnlyNamesInternally;
}
