import type { Assignment } from '../../domain/assignment/assignment.ts';
import type { StoreScope } from '../../domain/request/stored-request.ts';
import type { CertificateEntry } from '../../ports/certificate-store.ts';
import type { Deps } from '../deps.ts';

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
 * The certificate in My of this machine; a global one also in that of the machine that assigned it, since it is copied
 * to the others of the deployment by itself (domain facts 1.4). Undefined where it is gone.
 */
export async function findAssigned(
  deps: Deps,
  scope: StoreScope,
  { thumbprint, level, machine }: Assignment,
): Promise<AssignedCertificate | undefined> {
  const { certificates } = deps.openState();
  const scopes = level === 'global' ? [scope, { ...scope, machine }] : [scope];
  for (const each of scopes) {
    const entry = await certificates.find(each, thumbprint, 'My');
    if (entry !== undefined) return { entry, scope: each };
  }
  return undefined;
}
