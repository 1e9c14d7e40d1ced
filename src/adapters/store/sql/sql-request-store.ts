import { type Kysely, sql } from 'kysely';
import type {
  ErasureResult,
  IssuedMaterial,
  RequestChange,
  StepResult,
} from '../../../domain/request/request-change.ts';
import type { RecordedState } from '../../../domain/request/request-state.ts';
import type {
  Actor,
  RequestStep,
  StoredRequest,
  StoreScope,
  TopologyStamp,
} from '../../../domain/request/stored-request.ts';
import type { NewRequest, RequestStore } from '../../../ports/request-store.ts';
import { addChain, addIssued, addPlaceholder, dropPlaceholder } from './add-certificates.ts';
import { chooseFriendlyName } from './friendly-names.ts';
import { actorToJson } from './json-columns.ts';
import { ERASURE_BUDGET, eraseKeys } from './key-erasure.ts';
import { RepeatedValues } from './repeated-values.ts';
import { REQUEST_COLUMNS, requestFromRow, requestToRow, scopeColumns } from './request-rows.ts';
import { archive, recordStep, stepsOf } from './request-steps.ts';
import type { RequestRow, StoreSchema } from './schema.ts';
import type { SqlStore } from './sql-store.ts';

/** Requests in the SQL store; see the port for what each method promises. */
export class SqlRequestStore implements RequestStore {
  readonly #store: SqlStore;

  constructor(store: SqlStore) {
    this.#store = store;
  }

  prepare(request: NewRequest, by: Actor): Promise<StoredRequest> {
    return this.#store.change(async (transaction) => {
      const name = await chooseFriendlyName(transaction, request.scope, request.friendlyName);
      const key = await transaction
        .insertInto('private_key')
        .values({ pem: request.privateKey })
        .returning('id')
        .executeTakeFirstOrThrow();
      const row = await transaction
        .insertInto('request')
        .values(requestToRow(request, name, key.id, by))
        .returning(REQUEST_COLUMNS)
        .executeTakeFirstOrThrow();
      await transaction
        .insertInto('request_step')
        .values({ request_row: row.row, to_state: request.state, by_json: actorToJson(by) })
        .execute();
      const prepared = requestFromRow(row);
      if (request.placeholder !== undefined) {
        await addPlaceholder(transaction, prepared, request.placeholder, by.at);
      }
      return prepared;
    });
  }

  transition(request: StoredRequest, to: RecordedState, change: RequestChange, by: Actor): Promise<StepResult> {
    return this.#store.change((transaction) => recordStep(transaction, request, to, change, by));
  }

  recordIssued(request: StoredRequest, issued: IssuedMaterial, by: Actor): Promise<StepResult> {
    return this.#store.change(async (transaction) => {
      const { caRequestId, disposition } = issued;
      const change = { ...(caRequestId !== undefined && { caRequestId }), ...(disposition && { disposition }) };
      const result = await recordStep(transaction, request, 'imported', change, by);
      if (!result.applied) return result;
      // A request that has just been submitted never waited.
      if (request.state !== 'submitting') await dropPlaceholder(transaction, request.row);
      await addChain(transaction, request.scope, issued.chain, by.at);
      return { applied: true, request: await addIssued(transaction, result.request, issued.certificate, by.at) };
    });
  }

  clear(request: StoredRequest, by: Actor): Promise<ErasureResult> {
    return this.#archive(request, 'cleared', {}, by);
  }

  fail(request: StoredRequest, change: RequestChange, by: Actor): Promise<ErasureResult> {
    return this.#archive(request, 'failed', change, by);
  }

  async listOpen(scope: StoreScope, requestId?: number): Promise<readonly StoredRequest[]> {
    const open: StoredRequest[] = [];
    for await (const page of this.openPages(scope, requestId)) open.push(...page);
    return open;
  }

  async *openPages(scope: StoreScope, requestId?: number): AsyncGenerator<readonly StoredRequest[]> {
    const columns = { ...scopeColumns(scope), listed: 1, ...(requestId !== undefined && namedBy(requestId)) };
    const values = new RepeatedValues();
    for (let last = 0; ; ) {
      const from = last;
      const page = await this.#store.run(async (queries) =>
        (await openAfter(queries, columns, from)).map((row) => requestFromRow(row, values)),
      );
      if (page.length > 0) yield page;
      if (page.length < PAGE) return;
      last = page.at(-1)?.row ?? last;
    }
  }

  listPrepared(): Promise<readonly StoredRequest[]> {
    return this.#store.run(async (queries) => {
      // A literal, so that the partial index serves it.
      const rows = await queries
        .selectFrom('request')
        .select(REQUEST_COLUMNS)
        .where(sql<boolean>`state = 'prepared'`)
        .orderBy('row')
        .execute();
      return rows.map((row) => requestFromRow(row));
    });
  }

  find(scope: StoreScope, requestId: number): Promise<StoredRequest | undefined> {
    return this.#store.run(async (queries) => {
      const row = await queries
        .selectFrom('request')
        .select(REQUEST_COLUMNS)
        .where((where) => where.and({ ...scopeColumns(scope), ...namedBy(requestId), archived: 0 }))
        .executeTakeFirst();
      return row === undefined ? undefined : requestFromRow(row);
    });
  }

  findByThumbprint(scope: StoreScope, thumbprint: string): Promise<StoredRequest | undefined> {
    return this.#store.run(async (queries) => {
      const row = await queries
        .selectFrom('request')
        .select(REQUEST_COLUMNS)
        .where((where) => where.and({ ...scopeColumns(scope), thumbprint }))
        .orderBy('row', 'desc')
        .executeTakeFirst();
      return row === undefined ? undefined : requestFromRow(row);
    });
  }

  history(request: StoredRequest): Promise<readonly RequestStep[]> {
    return this.#store.run((queries) => stepsOf(queries, request.row));
  }

  lastTopology(deployment: string): Promise<TopologyStamp | undefined> {
    return this.#store.run(async (queries) => {
      const row = await queries
        .selectFrom('request')
        .select(['topology_path', 'topology_sha256'])
        .where('deployment', '=', deployment.toLowerCase())
        .orderBy('row', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row === undefined ? undefined : { path: row.topology_path, sha256: row.topology_sha256 };
    });
  }

  async #archive(
    request: StoredRequest,
    to: 'cleared' | 'failed',
    change: RequestChange,
    by: Actor,
  ): Promise<ErasureResult> {
    const result = await this.#store.change((transaction) => archive(transaction, request, to, change, by));
    const keyGone = await this.#store.run((queries) => eraseKeys(queries, ERASURE_BUDGET));
    return { ...result, keyGone };
  }
}

/** Rows read at a time, so that what SQLite gives does not lie in memory beside what is made of it. */
const PAGE = 500;

function openAfter(queries: Kysely<StoreSchema>, columns: Partial<RequestRow>, last: number) {
  return queries
    .selectFrom('request')
    .select(REQUEST_COLUMNS)
    .where((where) => where.and(columns))
    .where('row', '>', last)
    .orderBy('row')
    .limit(PAGE)
    .execute();
}

/** A negative number is the store's own and goes on naming its row when the CA has given another. */
function namedBy(requestId: number): { readonly row: number } | { readonly request_id: number } {
  return requestId < 0 ? { row: -requestId } : { request_id: requestId };
}
