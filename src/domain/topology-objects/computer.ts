import type { ProductObject } from '../product-object.ts';
import type { Machine, Pool } from '../topology/topology.ts';

/** What Get-CsComputer puts out: the type of its page, and the one that the page of a sibling names. */
const TYPE_NAMES = ['Microsoft.Rtc.Management.Deploy.Internal.Machine', 'Microsoft.Rtc.Management.Xds.DisplayComputer'];

/** A machine with its pool (properties: page of Get-CsComputer; working scripts). */
export function computerObject(pool: Pool, { fqdn }: Machine): ProductObject {
  return {
    typeNames: TYPE_NAMES,
    text: fqdn,
    properties: () => ({ Identity: fqdn, Pool: pool.fqdn, Fqdn: fqdn }),
  };
}
