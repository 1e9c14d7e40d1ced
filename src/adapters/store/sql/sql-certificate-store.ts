import type { Kysely } from 'kysely';
import type { Actor, StoreScope } from '../../../domain/request/stored-request.ts';
import type {
  CertificateAddition,
  CertificateEntry,
  CertificateStore,
  CertificateStoreName,
  ListOptions,
} from '../../../ports/certificate-store.ts';
import { addFromFile } from './add-from-file.ts';
import { entriesOf, entryFromRow, STORE_NAMES } from './certificate-rows.ts';
import { actorToJson } from './json-columns.ts';
import { ERASURE_BUDGET, eraseKeys } from './key-erasure.ts';
import { removeCertificate } from './remove-certificate.ts';
import { scopeColumns } from './request-rows.ts';
import type { StoreSchema } from './schema.ts';
import type { SqlStore } from './sql-store.ts';

/** Certificates in the SQL store; see the port for what each method promises. */
export class SqlCertificateStore implements CertificateStore {
  readonly #store: SqlStore;

  constructor(store: SqlStore) {
    this.#store = store;
  }

  list(scope: StoreScope, options: ListOptions = {}): Promise<readonly CertificateEntry[]> {
    return this.#store.run(async (queries) => (await listed(queries, scope, options)).map(entryFromRow));
  }

  find(scope: StoreScope, thumbprint: string, store?: CertificateStoreName): Promise<CertificateEntry | undefined> {
    return this.#store.run(async (queries) => {
      const digits = thumbprint.replaceAll(/\s/g, '').toUpperCase();
      const rows = await entriesOf(queries, scope)
        .where('thumbprint', '=', digits)
        .where('removed_at', 'is', null)
        .execute();
      const entries = rows.map(entryFromRow);
      const wanted = store === undefined ? STORE_NAMES : [store];
      return wanted.map((name) => entries.find((entry) => entry.store === name)).find(Boolean);
    });
  }

  friendlyNames(scope: StoreScope): Promise<ReadonlySet<string>> {
    return this.#store.run(async (queries) => {
      const columns = scopeColumns(scope);
      const rows = await queries
        .selectFrom('certificate')
        .select('friendly_name')
        .where((where) => where.and(columns))
        .where('removed_at', 'is', null)
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

  add(scope: StoreScope, additions: readonly CertificateAddition[], by: Actor): Promise<readonly CertificateEntry[]> {
    return this.#store.change(async (transaction) => {
      const added: CertificateEntry[] = [];
      for (const addition of additions) added.push(await addFromFile(transaction, scope, addition, by));
      return added;
    });
  }

  async remove(entry: CertificateEntry, deleteKey: boolean, by: Actor): Promise<boolean> {
    const removed = await this.#store.change((transaction) => removeCertificate(transaction, entry, deleteKey, by));
    if (removed && deleteKey) await this.#store.run((queries) => eraseKeys(queries, ERASURE_BUDGET));
    return removed;
  }

  rename({ entry }: CertificateEntry, friendlyName: string, by: Actor): Promise<boolean> {
    return this.#store.change(async (transaction) => {
      const row = await transaction
        .updateTable('certificate')
        .set({ friendly_name: friendlyName, updated_by_json: actorToJson(by) })
        .where('entry', '=', entry)
        .where('removed_at', 'is', null)
        .returning('entry')
        .executeTakeFirst();
      return row !== undefined;
    });
  }
}

async function listed(queries: Kysely<StoreSchema>, scope: StoreScope, options: ListOptions) {
  const { store, after = 0, limit, withRemoved = false } = options;
  let query = entriesOf(queries, scope).where('entry', '>', after).orderBy('entry');
  if (store !== undefined) query = query.where('store', '=', store);
  if (!withRemoved) query = query.where('removed_at', 'is', null);
  if (limit !== undefined) query = query.limit(limit);
  return query.execute();
}
