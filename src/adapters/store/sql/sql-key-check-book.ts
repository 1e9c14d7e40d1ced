import type { Kysely } from 'kysely';
import type { KeyCheck, KeyCheckBook } from '../../../ports/key-check-book.ts';
import type { StoreSchema } from './schema.ts';
import type { SqlStore } from './sql-store.ts';
import { DamagedRow } from './store-fault.ts';

/** The check value of the key-protection key, in the store whose keys it protects. */
export class SqlKeyCheckBook implements KeyCheckBook {
  readonly #store: SqlStore;

  constructor(store: SqlStore) {
    this.#store = store;
  }

  read(): Promise<KeyCheck | undefined> {
    return this.#store.run(readOnly);
  }

  keepFirst({ source, salt, check }: KeyCheck): Promise<KeyCheck> {
    return this.#store.change(async (transaction) => {
      await transaction
        .insertInto('key_protection')
        .values({ only: 1, source, salt, key_check: check })
        .onConflict((conflict) => conflict.doNothing())
        .execute();
      const kept = await readOnly(transaction);
      if (kept === undefined) throw new DamagedRow('the check of the key-protection key is missing');
      return kept;
    });
  }
}

async function readOnly(queries: Kysely<StoreSchema>): Promise<KeyCheck | undefined> {
  const row = await queries.selectFrom('key_protection').selectAll().executeTakeFirst();
  if (row === undefined) return undefined;
  if (row.source !== 'file' && row.source !== 'passphrase') throw new DamagedRow('the key protection has no source');
  return { source: row.source, salt: row.salt, check: row.key_check };
}
