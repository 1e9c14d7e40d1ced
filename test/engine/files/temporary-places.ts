import { mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FileRules } from '../../../src/adapters/files/refused-places.ts';

/** A folder of a caller, a deployment, a module and a state folder, side by side. */
export interface Places {
  readonly parent: string;
  /** The caller's folder. */
  readonly work: string;
  readonly deployment: string;
  readonly state: string;
  readonly rules: FileRules;
}

export async function withPlaces(use: (places: Places) => Promise<void>): Promise<void> {
  const parent = realpathSync(mkdtempSync(join(tmpdir(), 'cscert-files-')));
  const work = join(parent, 'work');
  const deployment = join(parent, 'deployment');
  const module = join(parent, 'module');
  const state = join(parent, 'state');
  for (const folder of [work, deployment, module]) mkdirSync(folder);
  mkdirSync(state, { mode: 0o700 });
  const refused = [
    { path: deployment, name: 'the deployment folder' },
    { path: module, name: 'the module folder' },
  ];
  try {
    await use({ parent, work, deployment, state, rules: { stateFolder: state, refused } });
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}

/** Everything below a folder, links not followed. */
export function treeOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
}
