import type { DatabaseSync, SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite';
import type { CompiledQuery, DatabaseConnection, Driver, QueryResult } from 'kysely';
import { untilNotBusy } from './busy-retry.ts';

/** Kysely over one open node:sqlite connection. Callers take turns; every transaction takes the write lock at once. */
export class NodeSqliteDriver implements Driver {
  readonly #database: DatabaseSync;
  readonly #connection: DatabaseConnection;
  #turn: Promise<void> = Promise.resolve();
  #endTurn: () => void = () => undefined;

  constructor(database: DatabaseSync) {
    this.#database = database;
    this.#connection = new NodeSqliteConnection(database);
  }

  async init(): Promise<void> {}

  async acquireConnection(): Promise<DatabaseConnection> {
    const before = this.#turn;
    const turn = Promise.withResolvers<void>();
    this.#turn = turn.promise;
    await before;
    this.#endTurn = turn.resolve;
    return this.#connection;
  }

  async releaseConnection(): Promise<void> {
    this.#endTurn();
  }

  /** Immediate: a deferred transaction that turns from reading to writing fails at once when another writes. */
  async beginTransaction(): Promise<void> {
    await untilNotBusy(() => this.#database.exec('begin immediate'));
  }

  async commitTransaction(): Promise<void> {
    await untilNotBusy(() => this.#database.exec('commit'));
  }

  /** A full disk or an input/output error may have ended the transaction already. */
  async rollbackTransaction(): Promise<void> {
    if (this.#database.isTransaction) this.#database.exec('rollback');
  }

  async destroy(): Promise<void> {
    if (this.#database.isOpen) this.#database.close();
  }
}

interface PreparedQuery {
  readonly statement: StatementSync;
  readonly names: readonly string[];
}

/** Most queries that stay prepared; a command asks some twenty different ones. */
const PREPARED_LIMIT = 100;

class NodeSqliteConnection implements DatabaseConnection {
  readonly #database: DatabaseSync;
  readonly #prepared = new Map<string, PreparedQuery>();

  constructor(database: DatabaseSync) {
    this.#database = database;
  }

  executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    return untilNotBusy(() => this.#run<Row>(query));
  }

  // biome-ignore lint/correctness/useYield: one connection, so a stream would keep everybody else waiting
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('rows are read at once from this database');
  }

  #run<Row>({ sql, parameters }: CompiledQuery): QueryResult<Row> {
    const { statement, names } = this.#prepare(sql);
    const values = parameters.map(bindable);
    if (names.length > 0) return { rows: readRows<Row>(statement, names, values) };
    const { changes, lastInsertRowid } = statement.run(...values);
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) };
  }

  /** A change of the schema may change the columns of what was prepared before it. */
  #prepare(sql: string): PreparedQuery {
    const known = this.#prepared.get(sql);
    if (known !== undefined) return known;
    const changesSchema = /^\s*(?:create|alter|drop)\b/i.test(sql);
    if (changesSchema || this.#prepared.size >= PREPARED_LIMIT) this.#prepared.clear();
    const statement = this.#database.prepare(sql);
    const prepared = { statement, names: statement.columns().map(({ name }) => name) };
    if (!changesSchema) this.#prepared.set(sql, prepared);
    return prepared;
  }
}

/**
 * Rows as plain objects. The objects that node:sqlite makes by itself are hash tables: of a long list they take twice
 * the time and the memory.
 */
function readRows<Row>(statement: StatementSync, names: readonly string[], values: readonly SQLInputValue[]): Row[] {
  statement.setReturnArrays(true);
  const rows: Row[] = [];
  for (const cells of statement.all(...values) as unknown as SQLOutputValue[][]) {
    const row: Record<string, SQLOutputValue | undefined> = {};
    for (let index = 0; index < names.length; index += 1) row[names[index] ?? ''] = cells[index];
    rows.push(row as Row);
  }
  return rows;
}

function bindable(value: unknown): SQLInputValue {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
    return value;
  if (value instanceof Uint8Array) return value;
  throw new TypeError(`a value of type ${typeof value} cannot be stored`);
}
