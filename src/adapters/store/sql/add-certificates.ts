import { hash } from 'node:crypto';
import type { Transaction } from 'kysely';
import type { IssuedMaterial } from '../../../domain/request/request-change.ts';
import type { StoredRequest, StoreScope } from '../../../domain/request/stored-request.ts';
import { keyOfRequest, scopeColumns } from './request-rows.ts';
import type { StoreSchema } from './schema.ts';

/** SHA-1 of the DER, 40 upper-case hexadecimal digits, as Windows names certificates. */
export function thumbprintOf(certificate: Uint8Array): string {
  return hash('sha1', certificate, 'hex').toUpperCase();
}

/** What names a certificate; the columns of a unique index. */
export const CERTIFICATE_KEY = ['deployment', 'machine', 'thumbprint', 'store'] as const;

/** Adds the certificate of a request to My; the key passes over to it without being copied. */
export async function addIssued(
  transaction: Transaction<StoreSchema>,
  request: StoredRequest,
  certificate: Uint8Array,
  when: Date,
): Promise<StoredRequest> {
  const thumbprint = thumbprintOf(certificate);
  const key = await keyOfRequest(transaction, request.row);
  if (key === null) throw new Error(`request ${request.row} has lost its key`);
  const ofRequest = {
    friendly_name: request.friendlyName,
    private_key_id: key,
    exportable: request.exportable ? 1 : 0,
    request_row: request.row,
  };
  await transaction
    .insertInto('certificate')
    .values({
      ...scopeColumns(request.scope),
      ...ofRequest,
      store: 'My',
      thumbprint,
      certificate_der: certificate,
      added_at: when.toISOString(),
    })
    // It may have come from a file before, without a key.
    .onConflict((conflict) => conflict.columns(CERTIFICATE_KEY).doUpdateSet({ ...ofRequest, removed_at: null }))
    .execute();
  await transaction.updateTable('request').set({ thumbprint }).where('row', '=', request.row).execute();
  return { ...request, thumbprint };
}

/** The placeholder of a request that waits: it shows the request's key in REQUEST and goes with it. */
export async function addPlaceholder(
  transaction: Transaction<StoreSchema>,
  request: StoredRequest,
  placeholder: Uint8Array,
  when: Date,
): Promise<void> {
  await transaction
    .insertInto('certificate')
    .values({
      ...scopeColumns(request.scope),
      store: 'REQUEST',
      thumbprint: thumbprintOf(placeholder),
      certificate_der: placeholder,
      friendly_name: request.friendlyName,
      private_key_id: await keyOfRequest(transaction, request.row),
      exportable: request.exportable ? 1 : 0,
      request_row: request.row,
      added_at: when.toISOString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Takes the placeholder of a request away, before its key goes or passes over to a certificate. */
export async function dropPlaceholder(transaction: Transaction<StoreSchema>, requestRow: number): Promise<void> {
  await transaction
    .deleteFrom('certificate')
    .where((where) => where.and({ request_row: requestRow, store: 'REQUEST' }))
    .execute();
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
      .onConflict((conflict) => conflict.columns(CERTIFICATE_KEY).doUpdateSet({ removed_at: null }))
      .execute();
  }
}
