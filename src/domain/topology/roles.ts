import { CERTIFICATE_USES, type CertificateUse } from '../certificate-use.ts';
import { sameHost } from '../fqdn.ts';
import { hasXmppProxy } from './edge.ts';
import { poolOf } from './pools.ts';
import type { Machine, Pool, Topology } from './topology.ts';

/** What a machine is, as far as its certificates are concerned. */
export type MachineRole =
  | 'StandardEdition'
  | 'EnterpriseEdition'
  | 'Director'
  | 'SurvivableBranch'
  | 'Mediation'
  | 'Conferencing'
  | 'TrustedApplication'
  | 'PersistentChat'
  | 'Edge';

/** What decides a role: which services the pool hosts, and how it is built. */
interface PoolTraits {
  readonly hosts: (role: string) => boolean;
  readonly isDirector: boolean;
  readonly isStandardEdition: boolean;
}

interface RoleRule {
  readonly role: MachineRole;
  readonly when: (pool: PoolTraits) => boolean;
}

/**
 * Domain facts 6.2, "Role detection rules"; spellings of the last rows are inferred there, so each known one is taken.
 * `Conferencing` is the stand-alone A/V Conferencing pool that only Lync Server 2010 has (inferred).
 * A machine may have several roles: the rows are in the order in which their naming rules apply.
 */
const ROLE_RULES: readonly RoleRule[] = [
  { role: 'StandardEdition', when: (pool) => isFrontEnd(pool) && pool.isStandardEdition },
  { role: 'EnterpriseEdition', when: (pool) => isFrontEnd(pool) && !pool.isStandardEdition },
  { role: 'Director', when: isDirector },
  { role: 'SurvivableBranch', when: (pool) => pool.hosts('Registrar') && !isFrontEnd(pool) && !isDirector(pool) },
  { role: 'Mediation', when: (pool) => pool.hosts('MediationServer') && !pool.hosts('Registrar') },
  { role: 'Conferencing', when: (pool) => pool.hosts('ConfServices') && !pool.hosts('UserServices') },
  { role: 'PersistentChat', when: (pool) => pool.hosts('PersistentChatServer') || pool.hosts('PersistentChatService') },
  { role: 'TrustedApplication', when: (pool) => pool.hosts('ExternalServer') || pool.hosts('ExternalService') },
  { role: 'Edge', when: (pool) => pool.hosts('EdgeServer') },
];

const FRONT_END_USES = ['Default', 'WebServicesInternal', 'WebServicesExternal', 'OAuthTokenIssuer'] as const;
const DEFAULT_ONLY = ['Default'] as const;

/** Domain facts 1.3. An Edge pool needs `XmppServer` only when it runs the XMPP gateway. */
const USES_OF_ROLE: { readonly [Role in MachineRole]: readonly CertificateUse[] } = {
  StandardEdition: FRONT_END_USES,
  EnterpriseEdition: FRONT_END_USES,
  Director: FRONT_END_USES,
  SurvivableBranch: DEFAULT_ONLY,
  Mediation: DEFAULT_ONLY,
  Conferencing: DEFAULT_ONLY,
  PersistentChat: DEFAULT_ONLY,
  TrustedApplication: DEFAULT_ONLY,
  Edge: ['Internal', 'AccessEdgeExternal', 'DataEdgeExternal', 'AudioVideoAuthentication', 'XmppServer'],
};

/** The roles of a pool's machines, in the order in which their naming rules apply; none for SQL, file store, gateway. */
export function rolesOf(pool: Pool): readonly MachineRole[] {
  const traits = traitsOf(pool);
  return ROLE_RULES.filter((rule) => rule.when(traits)).map(({ role }) => role);
}

/** The uses one role needs on a pool, in canonical order. */
export function usesOfRole(pool: Pool, role: MachineRole): readonly CertificateUse[] {
  return USES_OF_ROLE[role].filter((use) => use !== 'XmppServer' || hasXmppProxy(pool));
}

/** Which certificates a machine needs, in canonical order (domain facts 1.3); empty when none of its roles needs one. */
export function certificateUsesOf(topology: Topology, machine: Machine): readonly CertificateUse[] {
  const pool = poolOf(topology, machine);
  const needed = new Set(rolesOf(pool).flatMap((role) => usesOfRole(pool, role)));
  return CERTIFICATE_USES.filter((use) => needed.has(use));
}

function traitsOf(pool: Pool): PoolTraits {
  const hosted = new Set(pool.services.map((service) => service.role.toLowerCase()));
  return {
    hosts: (role) => hosted.has(role.toLowerCase()),
    isDirector: pool.services.some((service) => service.isDirector),
    isStandardEdition: isStandardEdition(pool),
  };
}

/** One machine of the pool's own name, and the SQL instance `rtc` beside it. */
function isStandardEdition(pool: Pool): boolean {
  const [machine, ...others] = pool.machines;
  const alone = machine !== undefined && others.length === 0 && sameHost(machine.fqdn, pool.fqdn);
  return alone && pool.sqlInstances.some((name) => name.toLowerCase() === 'rtc');
}

function isFrontEnd(pool: PoolTraits): boolean {
  return pool.hosts('UserServices') && pool.hosts('Registrar') && !pool.isDirector;
}

function isDirector(pool: PoolTraits): boolean {
  return pool.hosts('Registrar') && !isFrontEnd(pool) && (pool.isDirector || pool.hosts('WebServices'));
}
