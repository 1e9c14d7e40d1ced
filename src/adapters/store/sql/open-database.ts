import type { DatabaseSync } from 'node:sqlite';
import type { Kysely } from 'kysely';
import { commandError } from '../../../domain/errors/catalogue.ts';
import type { StateFolder } from '../../files/state-folder.ts';
import { untilNotBusy } from './busy-retry.ts';
import { connect, readPragma } from './connection.ts';
import { createDatabase } from './create-database.ts';
import { inspectDatabaseFile, refuseForeignVersion, refuseOrphanedLog } from './database-file.ts';
import { migrate } from './migrate.ts';
import type { Migration } from './migrations/migration.ts';
import { kyselyOver } from './node-sqlite-dialect.ts';
import type { StoreSchema } from './schema.ts';

export interface OpenDatabase {
  readonly database: DatabaseSync;
  readonly queries: Kysely<StoreSchema>;
}

/** Opens the store, having made folder and file where they are missing and brought the schema up to date. */
export async function openDatabase(
  folder: StateFolder,
  path: string,
  migrations: readonly Migration[],
): Promise<OpenDatabase> {
  const known = migrations.at(-1)?.version ?? 0;
  folder.open();
  if (!inspectDatabaseFile(path, known)) {
    refuseOrphanedLog(path);
    await createDatabase(path, migrations);
    inspectDatabaseFile(path, known);
  }
  const database = await connect(path);
  try {
    await untilNotBusy(() => refuseOtherSchema(database, path, known));
    const queries = kyselyOver<StoreSchema>(database);
    await migrate(database, queries, migrations);
    await untilNotBusy(() => refuseInnerDamage(database, path));
    return { database, queries };
  } catch (error) {
    database.close();
    throw error;
  }
}

function refuseOtherSchema(database: DatabaseSync, path: string, known: number): void {
  refuseForeignVersion(path, readPragma(database, 'application_id'), readPragma(database, 'user_version'), known);
}

/** Stores up to this many pages (8 MB) are checked whole at every opening; it takes less than a millisecond a megabyte. */
const SMALL_STORE = 2048;

/** A flipped bit in an index would else hide a request without a word. Larger stores: `cscert store check`. */
function refuseInnerDamage(database: DatabaseSync, path: string): void {
  if (Number(database.prepare('pragma page_count').get()?.['page_count']) > SMALL_STORE) return;
  const verdict = database.prepare('pragma integrity_check(1)').get()?.['integrity_check'];
  if (verdict === 'ok') return;
  // SQLite puts the name of the database, which is always main, on a line of its own in front.
  const detail = String(verdict).replace(/^\*\*\* in database main \*\*\*\s*/, '');
  throw commandError('StoreDamaged', { path, detail }, { target: path });
}
