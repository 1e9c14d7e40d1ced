import type { Transaction } from 'kysely';
import type { Actor, StoreScope } from '../../../domain/request/stored-request.ts';
import type { CertificateAddition, CertificateEntry } from '../../../ports/certificate-store.ts';
import { CERTIFICATE_KEY, thumbprintOf } from './add-certificates.ts';
import { entriesOf, entryFromRow } from './certificate-rows.ts';
import { actorToJson } from './json-columns.ts';
import { scopeColumns } from './request-rows.ts';
import type { StoreSchema } from './schema.ts';

/** Adds or brings back one certificate. A key that the entry has already is never replaced. */
export async function addFromFile(
  transaction: Transaction<StoreSchema>,
  scope: StoreScope,
  addition: CertificateAddition,
  by: Actor,
): Promise<CertificateEntry> {
  const { store, certificate, friendlyName } = addition;
  const thumbprint = thumbprintOf(certificate);
  const { entry, private_key_id: heldKey } = await transaction
    .insertInto('certificate')
    .values({
      ...scopeColumns(scope),
      store,
      thumbprint,
      certificate_der: certificate,
      friendly_name: friendlyName,
      exportable: 0,
      added_at: by.at.toISOString(),
    })
    .onConflict((conflict) => conflict.columns(CERTIFICATE_KEY).doUpdateSet({ removed_at: null }))
    .returning(['entry', 'private_key_id'])
    .executeTakeFirstOrThrow();
  await transaction
    .updateTable('certificate')
    .set({
      updated_by_json: actorToJson(by),
      ...(friendlyName !== '' && { friendly_name: friendlyName }),
      ...(heldKey === null && (await keyColumns(transaction, addition.key))),
    })
    .where('entry', '=', entry)
    .execute();
  const row = await entriesOf(transaction, scope).where('entry', '=', entry).executeTakeFirstOrThrow();
  return entryFromRow(row);
}

async function keyColumns(transaction: Transaction<StoreSchema>, key: CertificateAddition['key']) {
  if (key === undefined) return {};
  if ('ofEntry' in key) {
    return transaction
      .selectFrom('certificate')
      .select(['private_key_id', 'exportable'])
      .where('entry', '=', key.ofEntry)
      .executeTakeFirstOrThrow();
  }
  const { id } = await transaction
    .insertInto('private_key')
    .values({ pem: key.pem })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { private_key_id: id, exportable: key.exportable ? 1 : 0 };
}
