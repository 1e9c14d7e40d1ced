import type { Assignment } from '../../domain/assignment/assignment.ts';
import type { StoreScope } from '../../domain/request/stored-request.ts';
import { certificateUsesOf } from '../../domain/topology/roles.ts';
import type { CertificateEntry } from '../../ports/certificate-store.ts';
import type { CommandRun } from '../command-run.ts';
import type { Deps } from '../deps.ts';
import type { LocalScope } from '../local-scope.ts';
import { localMachine } from '../select-machine.ts';

/** A certificate that a use has, with the scope whose store it is in. */
export interface AssignedCertificate {
  readonly entry: CertificateEntry;
  readonly scope: StoreScope;
}

/** The assignments of this machine and the global ones; none where nothing was ever kept. */
export async function listAssignments(deps: Deps, scope: StoreScope): Promise<readonly Assignment[]> {
  return deps.stateExists() ? deps.openState().assignments.list(scope) : [];
}

/**
 * The same without the global ones of uses that the machine needs no certificate for: an Edge Server has no
 * OAuthTokenIssuer (domain facts 1.3). On a computer outside the topology, from which all is administered, they stay.
 */
export async function listAssignmentsHere(deps: Deps, { scope, topology }: LocalScope): Promise<readonly Assignment[]> {
  const all = await listAssignments(deps, scope);
  const machine = localMachine(topology, scope.machine);
  if (machine === undefined) return all;
  const needed = certificateUsesOf(topology, machine);
  return all.filter(({ level, use }) => level === 'computer' || needed.includes(use));
}

/**
 * The certificate in My of this machine; a global one also in that of the machine that assigned it, since it is copied
 * to the others of the deployment by itself, with its key (domain facts 1.4). Undefined where it is gone.
 */
export async function findAssigned(
  deps: Deps,
  scope: StoreScope,
  { thumbprint, level, machine }: Assignment,
): Promise<AssignedCertificate | undefined> {
  const { certificates } = deps.openState();
  const scopes = level === 'global' ? [scope, { ...scope, machine }] : [scope];
  let withoutKey: AssignedCertificate | undefined;
  for (const each of scopes) {
    const entry = await certificates.find(each, thumbprint, 'My');
    if (entry?.privateKey !== undefined) return { entry, scope: each };
    if (entry !== undefined) withoutKey ??= { entry, scope: each };
  }
  return withoutKey;
}

/** Services cannot use a certificate whose key was deleted after it was assigned; the product's words are not known. */
export function warnOfMissingKey(
  run: CommandRun,
  { entry }: AssignedCertificate,
  { thumbprint, use }: Assignment,
): void {
  if (entry.privateKey !== undefined) return;
  run.warning(
    `The certificate "${thumbprint}" that is assigned for the type "${use}" has no private key any more: services cannot use it. Import it again with its private key, or assign another one.`,
  );
}
