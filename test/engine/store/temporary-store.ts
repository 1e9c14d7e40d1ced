import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StateFolder } from '../../../src/adapters/files/state-folder.ts';
import { createSqlStore, type Stores } from '../../../src/adapters/store/sql/create-sql-store.ts';

/** A state folder that does not exist yet, and goes after the test. */
export async function withStateFolder(use: (folder: StateFolder) => Promise<void>): Promise<void> {
  const parent = await mkdtemp(join(tmpdir(), 'cscert-store-'));
  try {
    await use(new StateFolder(join(parent, 'state')));
  } finally {
    await rm(parent, { recursive: true, force: true });
  }
}

/** Opens stores over one folder as often as wanted and closes them all. */
export async function withSqlStores(use: (open: () => Stores, folder: StateFolder) => Promise<void>): Promise<void> {
  await withStateFolder(async (folder) => {
    const opened: Stores[] = [];
    const open = (): Stores => {
      const stores = createSqlStore(folder);
      opened.push(stores);
      return stores;
    };
    try {
      await use(open, folder);
    } finally {
      for (const stores of opened) await stores.close();
    }
  });
}
