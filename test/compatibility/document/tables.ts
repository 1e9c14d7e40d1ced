import { IDIOMS } from '../idioms/table.ts';
import { PRODUCT_CMDLETS, WINDOWS_CMDLETS } from './cmdlets.ts';
import type { CompatibilityTables } from './render.ts';
import { SURROUNDING_TABLE } from './surroundings-table.ts';

/** All that `docs/compatibility.md` is made from. */
export const TABLES: CompatibilityTables = {
  product: PRODUCT_CMDLETS,
  windows: WINDOWS_CMDLETS,
  idioms: IDIOMS,
  surroundings: SURROUNDING_TABLE,
};
