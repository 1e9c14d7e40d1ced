import type { Kysely } from 'kysely';
import type { StoreScope } from '../../../domain/request/stored-request.ts';
import type { CertificateEntry, CertificateStore, CertificateStoreName } from '../../../ports/certificate-store.ts';
import { thumbprintOf } from './add-certificates.ts';
import { dateFromText } from './json-columns.ts';
import { scopeColumns } from './request-rows.ts';
import type { CertificateRow, StoreSchema } from './schema.ts';
import type { SqlStore } from './sql-store.ts';
import { DamagedRow } from './store-fault.ts';

/** In the order in which `find` prefers them. */
const STORE_NAMES = ['My', 'CA', 'Root'] as const satisfies readonly CertificateStoreName[];

/** Certificates in the SQL store. */
export class SqlCertificateStore implements CertificateStore {
  readonly #store: SqlStore;

  constructor(store: SqlStore) {
    this.#store = store;
  }

  list(scope: StoreScope, store?: CertificateStoreName): Promise<readonly CertificateEntry[]> {
    return this.#store.run(async (queries) => {
      const all = entriesOf(queries, scope).orderBy('entry');
      const rows = await (store === undefined ? all : all.where('store', '=', store)).execute();
      return rows.map(entryFromRow);
    });
  }

  find(scope: StoreScope, thumbprint: string): Promise<CertificateEntry | undefined> {
    return this.#store.run(async (queries) => {
      const digits = thumbprint.replaceAll(/\s/g, '').toUpperCase();
      const rows = await entriesOf(queries, scope).where('thumbprint', '=', digits).execute();
      const entries = rows.map(entryFromRow);
      return STORE_NAMES.map((name) => entries.find((entry) => entry.store === name)).find(Boolean);
    });
  }

  friendlyNames(scope: StoreScope): Promise<ReadonlySet<string>> {
    return this.#store.run(async (queries) => {
      const columns = scopeColumns(scope);
      const rows = await queries
        .selectFrom('certificate')
        .select('friendly_name')
        .where((where) => where.and(columns))
        .union(
          queries
            .selectFrom('request')
            .select('friendly_name')
            .where((where) => where.and({ ...columns, archived: 0 })),
        )
        .execute();
      return new Set(rows.map((row) => row.friendly_name).filter((name) => name !== ''));
    });
  }
}

function entriesOf(queries: Kysely<StoreSchema>, scope: StoreScope) {
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
    store,
    certificate: row.certificate_der,
    thumbprint: row.thumbprint,
    friendlyName: row.friendly_name,
    privateKey: row.pem ?? undefined,
    exportable: row.exportable === 1,
    requestRow: row.request_row ?? undefined,
    addedWhen: dateFromText(row.added_at),
  };
}
