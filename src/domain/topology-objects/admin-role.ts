import type { AdminRole } from '../admin-roles.ts';
import type { ProductObject } from '../product-object.ts';

const TYPE_NAMES = ['Microsoft.Rtc.Management.WritableConfig.Settings.Roles.Role'];

/** A built-in role as Get-CsAdminRole puts it out (properties: its page). There is no directory, hence no SID. */
export function adminRoleObject({ name, cmdlets }: AdminRole): ProductObject {
  return {
    typeNames: TYPE_NAMES,
    text: name,
    properties: () => ({
      Identity: name,
      SID: null,
      IsStandardRole: true,
      Cmdlets: cmdlets,
      ConfigScopes: ['Global'],
      UserScopes: ['Global'],
      Template: null,
    }),
  };
}
