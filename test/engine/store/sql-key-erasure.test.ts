import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import type { StateFolder } from '../../../src/adapters/files/state-folder.ts';
import { eraseKeys } from '../../../src/adapters/store/sql/key-erasure.ts';
import { archive } from '../../../src/adapters/store/sql/request-steps.ts';
import { SqlStore } from '../../../src/adapters/store/sql/sql-store.ts';
import { actor, newRequest, offlineRequest, pemWith, SCOPE } from './sample-requests.ts';
import { withSqlStores } from './temporary-store.ts';

/** Long enough to fill pages of its own. */
const CANARY = 'canary-6f1d2c';
const PEM = pemWith(CANARY);

function filesWithCanary(folder: StateFolder): readonly string[] {
  return readdirSync(folder.path).filter((name) => readFileSync(join(folder.path, name)).includes(CANARY));
}

for (const end of ['clear', 'fail'] as const) {
  test(`${end}: the key's ciphertext is found nowhere on the disk`, () =>
    withSqlStores(async (open, folder) => {
      const { requests } = open();
      const others = [pemWith('other-1'), pemWith('other-2')];
      for (const privateKey of others) await requests.prepare(offlineRequest({ privateKey }), actor());
      const request = await requests.prepare(newRequest({ privateKey: PEM }), actor());
      assert.deepEqual(filesWithCanary(folder), ['store.db-wal']);
      const result =
        end === 'clear' ? await requests.clear(request, actor()) : await requests.fail(request, {}, actor());
      assert.equal(result.keyGone, true);
      assert.deepEqual(filesWithCanary(folder), []);
      assert.equal((await requests.listOpen(SCOPE)).length, others.length);
    }));
}

test('a key that had already reached the database file is overwritten there', () =>
  withSqlStores(async (open, folder) => {
    const before = open();
    const request = await before.requests.prepare(newRequest({ privateKey: PEM }), actor());
    await before.close();
    assert.deepEqual(filesWithCanary(folder), ['store.db']);
    await open().requests.clear(request, actor());
    assert.deepEqual(filesWithCanary(folder), []);
  }));

test('where a reader keeps the log in use the key goes when the store is next opened', () =>
  withSqlStores(async (open, folder) => {
    const stores = open();
    const request = await stores.requests.prepare(newRequest({ privateKey: PEM }), actor());
    const reader = new DatabaseSync(folder.at('store.db'));
    reader.exec('begin; select count(*) from request');

    const direct = new SqlStore(folder);
    await direct.change((transaction) => archive(transaction, request, 'cleared', {}, actor()));
    assert.equal(await direct.run((queries) => eraseKeys(queries, 300)), false);
    assert.deepEqual(filesWithCanary(folder), ['store.db-wal']);
    reader.close();

    const next = open();
    await next.requests.listOpen(SCOPE);
    assert.deepEqual(filesWithCanary(folder), []);
    await direct.close();
    assert.equal(existsSync(folder.at('store.db')), true);
  }));

test('importing a certificate does not copy its key', () =>
  withSqlStores(async (open, folder) => {
    const { requests, close } = open();
    const prepared = await requests.prepare(newRequest({ privateKey: `<${CANARY}>` }), actor());
    const { request } = await requests.transition(prepared, 'submitting', {}, actor());
    await requests.recordIssued(request, { certificate: new Uint8Array([1]), chain: [] }, actor());
    await close();
    const content = readFileSync(folder.at('store.db'), 'latin1');
    assert.equal(content.split(`<${CANARY}>`).length - 1, 1);
  }));
