import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Folders that belong to one test alone; `home` does not exist until something makes it. */
export interface Place extends Disposable {
  readonly root: string;
  /** CSCERT_HOME: the state folder. */
  readonly home: string;
  /** TMPDIR: where log pairs go without -Report. */
  readonly temp: string;
  /** The current folder at the start. */
  readonly work: string;
}

export function makePlace(): Place {
  const root = mkdtempSync(join(tmpdir(), 'cscert-end-to-end-'));
  const at = (name: string) => join(root, name);
  const folders = { home: at('home'), temp: at('temp'), work: at('work'), user: at('user') };
  for (const folder of [folders.temp, folders.work, folders.user]) mkdirSync(folder);
  return {
    root,
    home: folders.home,
    temp: folders.temp,
    work: folders.work,
    [Symbol.dispose]: () => rmSync(root, { recursive: true, force: true, maxRetries: 5 }),
  };
}
