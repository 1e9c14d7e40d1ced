import type { Transaction } from 'kysely';
import type { Actor } from '../../../domain/request/stored-request.ts';
import type { CertificateEntry } from '../../../ports/certificate-store.ts';
import { actorToJson } from './json-columns.ts';
import { deleteKey } from './key-erasure.ts';
import type { StoreSchema } from './schema.ts';

/**
 * Marks an entry as taken out of its store. Its key goes only where that is asked for and no other certificate has it.
 * False where there is no such entry any more.
 */
export async function removeCertificate(
  transaction: Transaction<StoreSchema>,
  { entry }: CertificateEntry,
  withKey: boolean,
  by: Actor,
): Promise<boolean> {
  const row = await transaction
    .updateTable('certificate')
    .set({ removed_at: by.at.toISOString(), updated_by_json: actorToJson(by) })
    .where('entry', '=', entry)
    .where('removed_at', 'is', null)
    .returning('private_key_id')
    .executeTakeFirst();
  if (row === undefined) return false;
  if (withKey && row.private_key_id !== null) await dropKey(transaction, entry, row.private_key_id);
  return true;
}

async function dropKey(transaction: Transaction<StoreSchema>, entry: number, key: number): Promise<void> {
  await transaction.updateTable('certificate').set({ private_key_id: null }).where('entry', '=', entry).execute();
  const other = await transaction
    .selectFrom('certificate')
    .select('entry')
    .where('private_key_id', '=', key)
    .limit(1)
    .executeTakeFirst();
  if (other !== undefined) return;
  // The request that the certificate came from still names the key.
  await transaction.updateTable('request').set({ private_key_id: null }).where('private_key_id', '=', key).execute();
  await deleteKey(transaction, key);
}
