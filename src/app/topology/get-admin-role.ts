import { adminRolesOf } from '../../domain/admin-roles.ts';
import { commandError } from '../../domain/errors/catalogue.ts';
import { adminRoleObject } from '../../domain/topology-objects/admin-role.ts';
import type { Host } from '../../ports/host.ts';
import { putOut } from './put-out.ts';
import { type Selection, selectObjects } from './select-objects.ts';
import { openTopologyStore, type TopologyDeps, USE_LOCAL_STORE } from './topology-store.ts';

export interface AdminRoleSelection extends Selection {
  /** Security identifier of the role's group in Active Directory. */
  readonly Sid?: string;
  readonly LocalStore?: boolean;
}

/** Get-CsAdminRole: the built-in roles of the product. Throws SidUnknown: SIDs come from a directory. */
export async function getAdminRole(deps: TopologyDeps, selection: AdminRoleSelection, host: Host): Promise<void> {
  const { deployment } = await openTopologyStore(
    deps,
    selection.LocalStore === true
      ? { from: 'local replica' }
      : { from: 'central store', wanted: 'the roles', instead: USE_LOCAL_STORE },
  );
  const { Sid } = selection;
  if (Sid !== undefined) throw commandError('SidUnknown', { sid: Sid }, { target: Sid });
  const roles = adminRolesOf(deployment.product).map(adminRoleObject);
  putOut(host, selectObjects(roles, selection, 'role', host));
}
