import type { Kysely } from 'kysely';
import type { StoreScope } from '../../../domain/request/stored-request.ts';
import type { CertificateEntry, CertificateStoreName } from '../../../ports/certificate-store.ts';
import { thumbprintOf } from './add-certificates.ts';
import { dateFromText } from './json-columns.ts';
import { scopeColumns } from './request-rows.ts';
import type { CertificateRow, StoreSchema } from './schema.ts';
import { DamagedRow } from './store-fault.ts';

/** In the order in which a search by thumbprint prefers them. */
export const STORE_NAMES = ['My', 'CA', 'Root', 'REQUEST'] as const satisfies readonly CertificateStoreName[];

/** The entries of a scope with their keys, removed ones too. */
export function entriesOf(queries: Kysely<StoreSchema>, scope: StoreScope) {
  return queries
    .selectFrom('certificate')
    .leftJoin('private_key', 'private_key.id', 'certificate.private_key_id')
    .selectAll('certificate')
    .select('private_key.pem')
    .where((where) => where.and(scopeColumns(scope)));
}

/** The thumbprint is computed again, so that bytes which have changed on the disk are noticed. Throws DamagedRow. */
export function entryFromRow(row: CertificateRow & { pem: string | null }): CertificateEntry {
  const store = STORE_NAMES.find((name) => name === row.store);
  if (store === undefined) throw new DamagedRow(`a certificate is in the store ${row.store}`);
  if (thumbprintOf(row.certificate_der) !== row.thumbprint) {
    throw new DamagedRow(`the certificate with the thumbprint ${row.thumbprint} has changed`);
  }
  return {
    entry: row.entry,
    store,
    certificate: row.certificate_der,
    thumbprint: row.thumbprint,
    friendlyName: row.friendly_name,
    privateKey: row.pem ?? undefined,
    exportable: row.exportable === 1,
    requestRow: row.request_row ?? undefined,
    addedWhen: dateFromText(row.added_at),
    removed: row.removed_at !== null,
  };
}
