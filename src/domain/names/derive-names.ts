import { CERTIFICATE_USES, type CertificateUse } from '../certificate-use.ts';
import { commandError } from '../errors/catalogue.ts';
import type { Policies } from '../policies.ts';
import { poolOf } from '../topology/pools.ts';
import { certificateUsesOf, type MachineRole, rolesOf, usesOfRole } from '../topology/roles.ts';
import type { SimpleUrl } from '../topology/simple-urls.ts';
import type { Machine, Pool, Topology } from '../topology/topology.ts';
import type { DerivedNames, DroppedName, ReasonedName } from './derived-names.ts';
import { splitDomainNames } from './domain-name-list.ts';
import { type NamingContext, namesFrom } from './name-sources.ts';
import { type NamingRule, namingRule, omitsSubjectOnlyNames, TRAILING_NAMES } from './naming-rules.ts';

/** What a request asks for, as far as its names are concerned. */
export interface NamingInput {
  readonly topology: Topology;
  /** A machine of `topology`. */
  readonly machine: Machine;
  /** In stored order; undefined where nobody knows them, `[]` where there are none. */
  readonly simpleUrls: readonly SimpleUrl[] | undefined;
  /** In the caller's order, which does not matter here: names come in the order of the groups (domain facts 10). */
  readonly uses: readonly CertificateUse[];
  /** The value of -DomainName, a comma list. */
  readonly domainName: string | undefined;
  readonly allSipDomain: boolean;
  readonly policies: Policies;
}

/** One use of the request, with the role that rules it. */
interface RuledUse {
  readonly use: CertificateUse;
  readonly role: MachineRole;
  readonly rule: NamingRule;
}

/** At least one: the first leads the request. */
type RuledUses = readonly [RuledUse, ...RuledUse[]];

/**
 * Computes subject and alternative names of a request as the product does (domain facts 5.1, 5.2 and 10): the
 * -DomainName entries, the subject name, then the names of each use; the first of equal names stays, in its casing.
 * Throws CertificateNotNeeded, EdgeFqdnMissing or SimpleUrlInvalid. The names are not checked against the DNS rules.
 */
export function deriveNames(input: NamingInput): DerivedNames {
  const pool = poolOf(input.topology, input.machine);
  const ruled = rulesFor(input, pool);
  const context: NamingContext = { ...input, pool, simpleUrls: input.simpleUrls ?? [] };
  const subject = subjectOf(ruled, context);
  const given = splitDomainNames(input.domainName);
  const { kept, dropped } = withoutRepetitions([
    ...given.names.map((name) => ({ name, reason: GIVEN })),
    subject,
    ...ruled.flatMap(({ rule }) => rule.names.flatMap((source) => namesFrom(source, context))),
    ...ruled.flatMap(({ use }) => (TRAILING_NAMES[use] ?? []).flatMap((source) => namesFrom(source, context))),
  ]);
  const repeated = given.repeated.map((name) => ({ name, reason: `${GIVEN} more than once` }));
  const omitted = given.names.length === 0 && kept.length === 1 && ruled.every((use) => omits(use, input.policies));
  return {
    subject,
    alternativeNames: omitted ? [] : kept,
    dropped: [...repeated, ...dropped, ...(omitted ? [{ name: subject.name, reason: SUBJECT_ONLY }] : [])],
    missingSimpleUrls: input.simpleUrls === undefined && ruled.some(({ rule }) => rule.names.includes('simpleUrls')),
  };
}

const GIVEN = 'given with -DomainName';
const SUBJECT_ONLY = 'the only alternative name would repeat the subject name';

function omits({ role, use }: RuledUse, policies: Policies): boolean {
  return omitsSubjectOnlyNames(role, use, policies);
}

/** The rules of the uses asked for, in canonical order. Throws CertificateNotNeeded for a use no role of the machine has. */
function rulesFor({ topology, machine, uses, policies }: NamingInput, pool: Pool): RuledUses {
  const ruled = new Map<CertificateUse, RuledUse>();
  const refused = new Set<CertificateUse>();
  for (const asked of uses) {
    const found = ruleOf(pool, asked === 'External' && policies.externalAsAccessEdge ? 'AccessEdgeExternal' : asked);
    if (found === undefined) refused.add(asked);
    else ruled.set(found.use, found);
  }
  const [leading, ...others] = CERTIFICATE_USES.flatMap((use) => ruled.get(use) ?? []);
  if (refused.size > 0 || leading === undefined) {
    const needed = certificateUsesOf(topology, machine);
    throw commandError(
      'CertificateNotNeeded',
      { computer: machine.fqdn, refused: [...refused], needed },
      { target: machine.fqdn },
    );
  }
  return [leading, ...others];
}

/** The first role of the pool that needs the use decides (domain facts 1.3, 6.2). */
function ruleOf(pool: Pool, use: CertificateUse): RuledUse | undefined {
  const role = rolesOf(pool).find((candidate) => usesOfRole(pool, candidate).includes(use));
  const rule = role === undefined ? undefined : namingRule(role, use);
  return role === undefined || rule === undefined ? undefined : { use, role, rule };
}

/** The leading use gives the subject: the order of the groups, not of the caller. Throws EdgeFqdnMissing. */
function subjectOf([leading]: RuledUses, context: NamingContext): ReasonedName {
  const [subject] = namesFrom(leading.rule.subject, context);
  if (subject !== undefined) return subject;
  const pool = context.pool.fqdn;
  throw commandError('EdgeFqdnMissing', { pool, use: leading.use }, { target: pool });
}

/** Keeps the first of equal names, in its casing (5.1 rule 8); a name that comes again for the same reason goes silently. */
function withoutRepetitions(names: readonly ReasonedName[]): {
  readonly kept: readonly ReasonedName[];
  readonly dropped: readonly DroppedName[];
} {
  const kept = new Map<string, ReasonedName>();
  const dropped = new Map<string, DroppedName>();
  for (const { name, reason } of names) {
    const key = name.toLowerCase();
    const first = kept.get(key);
    if (first === undefined) kept.set(key, { name, reason });
    else if (first.reason !== reason)
      dropped.set(`${key} ${reason}`, { name, reason: `${reason}; already in the list: ${first.reason}` });
  }
  return { kept: [...kept.values()], dropped: [...dropped.values()] };
}
