import { hash } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { IssuedMaterial } from '../../../domain/request/request-change.ts';
import type { StoredRequest, StoreScope } from '../../../domain/request/stored-request.ts';
import { scopeColumns } from './request-rows.ts';
import type { StoreSchema } from './schema.ts';

/** SHA-1 of the DER, 40 upper-case hexadecimal digits, as Windows names certificates. */
export function thumbprintOf(certificate: Uint8Array): string {
  return hash('sha1', certificate, 'hex').toUpperCase();
}

/** Adds the certificate of a request to My; the key passes over to it without being copied. */
export async function addIssued(
  transaction: Transaction<StoreSchema>,
  request: StoredRequest,
  certificate: Uint8Array,
  when: Date,
): Promise<StoredRequest> {
  const thumbprint = thumbprintOf(certificate);
  const held = await transaction
    .selectFrom('request')
    .select('private_key_id')
    .where('row', '=', request.row)
    .executeTakeFirstOrThrow();
  if (held.private_key_id === null) throw new Error(`request ${request.row} has lost its key`);
  await transaction
    .insertInto('certificate')
    .values({
      ...scopeColumns(request.scope),
      store: 'My',
      thumbprint,
      certificate_der: certificate,
      friendly_name: request.friendlyName,
      private_key_id: held.private_key_id,
      exportable: request.exportable ? 1 : 0,
      request_row: request.row,
      added_at: when.toISOString(),
    })
    .execute();
  await transaction.updateTable('request').set({ thumbprint }).where('row', '=', request.row).execute();
  return { ...request, thumbprint };
}

/** Adds CA certificates that are not there yet. */
export async function addChain(
  transaction: Transaction<StoreSchema>,
  scope: StoreScope,
  chain: IssuedMaterial['chain'],
  when: Date,
): Promise<void> {
  for (const { store, certificate } of chain) {
    await transaction
      .insertInto('certificate')
      .values({
        ...scopeColumns(scope),
        store,
        thumbprint: thumbprintOf(certificate),
        certificate_der: certificate,
        friendly_name: '',
        exportable: 0,
        added_at: when.toISOString(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  }
}
