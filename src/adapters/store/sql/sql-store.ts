import type { Kysely, Transaction } from 'kysely';
import { lookAt } from '../../files/ownership.ts';
import type { StateFolder } from '../../files/state-folder.ts';
import { fileIdentity } from './database-file.ts';
import { eraseKeys } from './key-erasure.ts';
import { MIGRATIONS } from './migrations/all-migrations.ts';
import type { Migration } from './migrations/migration.ts';
import { type OpenDatabase, openDatabase } from './open-database.ts';
import type { StoreSchema } from './schema.ts';
import { storeFault } from './store-fault.ts';

interface IdentifiedDatabase extends OpenDatabase {
  readonly identity: string;
}

/**
 * The one database of a state folder. Nothing is looked at, opened or made before the first piece of work; every fault
 * leaves as an error of the catalogue.
 */
export class SqlStore {
  readonly path: string;
  readonly #folder: StateFolder;
  readonly #migrations: readonly Migration[];
  #opening: Promise<IdentifiedDatabase> | undefined;

  constructor(folder: StateFolder, migrations: readonly Migration[] = MIGRATIONS) {
    this.#folder = folder;
    this.#migrations = migrations;
    this.path = folder.at('store.db');
  }

  /** A log without its database is a store that was lost: to open it says so. */
  mayExist(): boolean {
    return this.#folder.mayHold('store.db') || this.#folder.mayHold('store.db-wal');
  }

  /** Single statements; each sees the store as it is at its moment. */
  async run<Result>(work: (queries: Kysely<StoreSchema>) => Promise<Result>): Promise<Result> {
    try {
      return await work((await this.#current()).queries);
    } catch (error) {
      throw storeFault(error, this.path);
    }
  }

  /** One transaction that holds the write lock from its start; durable when the promise resolves. */
  change<Result>(work: (transaction: Transaction<StoreSchema>) => Promise<Result>): Promise<Result> {
    return this.run((queries) => queries.transaction().execute(work));
  }

  async close(): Promise<void> {
    const opening = this.#opening;
    this.#opening = undefined;
    await (await opening?.catch(() => undefined))?.queries.destroy();
  }

  /** A store whose file was taken away or replaced is opened anew: what goes to a nameless file would be lost. */
  async #current(): Promise<IdentifiedDatabase> {
    const open = await this.#opened();
    const found = lookAt(this.path);
    if (found !== undefined && fileIdentity(found) === open.identity) return open;
    this.#opening = undefined;
    return this.#opened();
  }

  #opened(): Promise<IdentifiedDatabase> {
    this.#opening ??= this.#open().catch((error) => {
      this.#opening = undefined;
      throw error;
    });
    return this.#opening;
  }

  async #open(): Promise<IdentifiedDatabase> {
    const open = await openDatabase(this.#folder, this.path, this.#migrations);
    const found = lookAt(this.path);
    await eraseKeys(open.queries);
    return { ...open, identity: found === undefined ? '' : fileIdentity(found) };
  }
}
