import type { Deps } from '../deps.ts';
import { checkStore } from './check-store.ts';
import { exportStore, type Send } from './export-store.ts';

/** What the command line can do with the store as a whole. */
export interface StoreVerbs {
  /** What is wrong, one sentence each; none where there is no store yet. */
  check(): Promise<readonly string[]>;
  /** Sends the lines of one JSON document: everything but keys, as it was at one moment. */
  export(send: Send): Promise<void>;
}

export function storeVerbsOver(deps: Deps): StoreVerbs {
  return { check: () => checkStore(deps), export: (send) => exportStore(deps, send) };
}
