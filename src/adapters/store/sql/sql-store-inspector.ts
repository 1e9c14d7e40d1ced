import { DatabaseSync } from 'node:sqlite';
import type { Kysely } from 'kysely';
import type {
  Inspected,
  InspectedAssignment,
  InspectedBook,
  InspectedCertificate,
  InspectedRequest,
  StoreInspector,
  StoreView,
} from '../../../ports/store-inspector.ts';
import { BUSY_SLICE } from './busy-retry.ts';
import { authorityEntries } from './inspected-entries.ts';
import { assignmentPages, certificatePages, readCertificate, readRequest, requestPages } from './inspected-rows.ts';
import { kyselyOver } from './node-sqlite-dialect.ts';
import type { StoreSchema } from './schema.ts';
import type { SqlStore } from './sql-store.ts';
import { DamagedRow, storeFault } from './store-fault.ts';
import { structureFaults } from './structure-faults.ts';

/** Reads through a connection of its own, in one transaction that keeps nobody from writing. */
export class SqlStoreInspector implements StoreInspector {
  readonly #store: SqlStore;

  constructor(store: SqlStore) {
    this.#store = store;
  }

  async inspect<Result>(use: (view: StoreView) => Promise<Result>): Promise<Result> {
    // Opens the store with all its checks, and brings it to the schema that is read here.
    await this.#store.run((queries) => queries.selectFrom('request').select('row').limit(1).execute());
    const { path } = this.#store;
    const database = new DatabaseSync(path, { readOnly: true, timeout: BUSY_SLICE });
    try {
      database.exec('begin');
      return await use(new SqlStoreView(path, kyselyOver<StoreSchema>(database)));
    } catch (error) {
      throw storeFault(error, path);
    } finally {
      database.close();
    }
  }
}

class SqlStoreView implements StoreView {
  readonly path: string;
  readonly #queries: Kysely<StoreSchema>;

  constructor(path: string, queries: Kysely<StoreSchema>) {
    this.path = path;
    this.#queries = queries;
  }

  faults(): Promise<readonly string[]> {
    return structureFaults(this.#queries);
  }

  async *requests(): AsyncIterable<Inspected<InspectedRequest>> {
    for await (const row of requestPages(this.#queries)) {
      yield await inspected(`Request ${row.row}`, () => readRequest(this.#queries, row));
    }
  }

  async *certificates(): AsyncIterable<Inspected<InspectedCertificate>> {
    for await (const row of certificatePages(this.#queries)) {
      yield await inspected(`Certificate ${row.thumbprint} in "${row.store}"`, () => readCertificate(row));
    }
  }

  assignments(): AsyncIterable<InspectedAssignment> {
    return assignmentPages(this.#queries);
  }

  async *books(): AsyncIterable<InspectedBook> {
    for (const row of await this.#queries.selectFrom('authority_book').selectAll().orderBy('book').execute()) {
      yield {
        deployment: row.deployment,
        config: row.config,
        certificate: row.certificate_der ?? undefined,
        protectedKey: row.protected_key ?? undefined,
        entries: authorityEntries(this.#queries, row.book),
      };
    }
  }
}

async function inspected<Row>(name: string, read: () => Row | Promise<Row>): Promise<Inspected<Row>> {
  try {
    return { row: await read() };
  } catch (error) {
    if (!(error instanceof DamagedRow)) throw error;
    return { fault: `${name} cannot be read: ${error.message}.` };
  }
}
