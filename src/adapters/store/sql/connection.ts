import type { DatabaseSync } from 'node:sqlite';
import { commandError } from '../../../domain/errors/catalogue.ts';
import { BUSY_SLICE, untilNotBusy } from './busy-retry.ts';
import { journalModeFor } from './journal-mode.ts';

/** Half of SQLite's default: an engine has its full size sooner, and the system's cache of the file is as quick. */
const PAGE_CACHE_KIB = 1000;

/**
 * Opens a database file that is known to be there and sets the connection up: full durability, deleted content
 * overwritten, a short wait of SQLite's own (the long one is `untilNotBusy`). Opening at the same moment as others can
 * be refused in spite of that wait (dependencies 5), hence the retry.
 */
export async function connect(path: string): Promise<DatabaseSync> {
  const { DatabaseSync } = sqliteModule();
  const database = new DatabaseSync(path, { timeout: BUSY_SLICE, enableForeignKeyConstraints: true });
  try {
    await untilNotBusy(() => setUp(database));
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** One number that a pragma answers with. */
export function readPragma(database: DatabaseSync, name: 'user_version' | 'application_id'): number {
  const value = database.prepare(`pragma ${name}`).get()?.[name];
  return typeof value === 'number' ? value : 0;
}

function setUp(database: DatabaseSync): void {
  const version = String(database.prepare('select sqlite_version() as version').get()?.['version']);
  database.exec(`
    pragma journal_mode = ${journalModeFor(version)};
    pragma synchronous = full;
    pragma secure_delete = on;
    pragma cell_size_check = on;
    pragma trusted_schema = off;
    pragma cache_size = -${PAGE_CACHE_KIB};
  `);
}

/** Looked up here and not imported: an older Node would fail while loading, without a sentence. */
function sqliteModule() {
  const module = process.getBuiltinModule('node:sqlite');
  if (module === undefined) throw commandError('StoreEngineMissing', { version: process.versions.node });
  return module;
}
