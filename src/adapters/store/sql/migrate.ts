import type { DatabaseSync } from 'node:sqlite';
import { type Kysely, sql } from 'kysely';
import { readPragma } from './connection.ts';
import type { Migration } from './migrations/migration.ts';

/**
 * Brings an open database to the newest schema, all steps in one transaction; several processes may do so at once.
 * A database that needs nothing is not locked.
 */
export async function migrate<Schema>(
  database: DatabaseSync,
  queries: Kysely<Schema>,
  migrations: readonly Migration[],
): Promise<void> {
  if (remaining(database, migrations).length === 0) return;
  await queries.transaction().execute(async (transaction) => {
    for (const migration of remaining(database, migrations)) {
      for (const statement of migration.statements) await statement.execute(transaction);
      await sql`pragma user_version = ${sql.lit(migration.version)}`.execute(transaction);
    }
  });
}

function remaining(database: DatabaseSync, migrations: readonly Migration[]): readonly Migration[] {
  const reached = readPragma(database, 'user_version');
  return migrations.filter((migration) => migration.version > reached);
}
