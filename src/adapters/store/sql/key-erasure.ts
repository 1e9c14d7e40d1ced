import { setTimeout as sleep } from 'node:timers/promises';
import { type Kysely, sql, type Transaction } from 'kysely';
import type { StoreSchema } from './schema.ts';

/** Deletes a key and notes that its bytes have to go from the log too, which a crash must not make us forget. */
export async function deleteKey(transaction: Transaction<StoreSchema>, id: number): Promise<void> {
  await transaction.deleteFrom('private_key').where('id', '=', id).execute();
  await transaction.insertInto('pending_erasure').values({ private_key_id: id }).execute();
}

/**
 * Empties the write-ahead log of the bytes of deleted keys; the database itself overwrites what is deleted
 * (secure_delete). False where other processes kept the log in use for `budget` milliseconds.
 */
export async function eraseKeys(queries: Kysely<StoreSchema>, budget = 0): Promise<boolean> {
  const due = await queries.selectFrom('pending_erasure').select('private_key_id').execute();
  if (due.length === 0) return true;
  if (!(await truncateLog(queries, budget))) return false;
  const ids = due.map((row) => row.private_key_id);
  await queries.deleteFrom('pending_erasure').where('private_key_id', 'in', ids).execute();
  return true;
}

/** Long enough for any command of others to end; what is left then goes when the store is next opened. Milliseconds. */
export const ERASURE_BUDGET = 5000;

/** Empties the write-ahead log into the database; false where others kept it in use for `budget` milliseconds. */
export async function truncateLog(queries: Kysely<StoreSchema>, budget: number): Promise<boolean> {
  const deadline = performance.now() + budget;
  for (;;) {
    const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(queries);
    if (rows[0]?.busy === 0) return true;
    if (performance.now() >= deadline) return false;
    await sleep(5 + Math.random() * 40);
  }
}
