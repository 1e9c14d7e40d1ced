import assert from 'node:assert/strict';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { sql } from 'kysely';
import { untilNotBusy } from '../../../src/adapters/store/sql/busy-retry.ts';
import { SqlRequestStore } from '../../../src/adapters/store/sql/sql-request-store.ts';
import { SqlStore } from '../../../src/adapters/store/sql/sql-store.ts';
import { storeFault } from '../../../src/adapters/store/sql/store-fault.ts';
import { actor, newRequest, offlineRequest, pemWith, SCOPE } from './sample-requests.ts';
import { withStateFolder } from './temporary-store.ts';

const PATH = '/home/kenmyer/.local/share/cscert/store.db';

/** what was thrown, the error that a user sees, words of its message */
const faults: readonly (readonly [string, Error, string, RegExp])[] = [
  ['SQLITE_BUSY', sqlite(5), 'StoreBusy', /locked for 15 seconds/],
  ['SQLITE_BUSY_SNAPSHOT', sqlite(517), 'StoreBusy', /locked/],
  ['SQLITE_READONLY', sqlite(8), 'StoreNotWritable', /read-only/],
  ['SQLITE_READONLY_DIRECTORY', sqlite(1544), 'StoreNotWritable', /read-only/],
  ['SQLITE_CANTOPEN', sqlite(14), 'StoreNotWritable', /cannot be opened/],
  ['SQLITE_FULL', sqlite(13), 'StoreFull', /disk .* is full/],
  ['SQLITE_IOERR_SHMSIZE', sqlite(4874), 'StoreFull', /disk .* is full/],
  ['SQLITE_CORRUPT', sqlite(11), 'StoreDamaged', /damaged/],
  ['SQLITE_NOTADB', sqlite(26), 'StoreDamaged', /damaged/],
  ['SQLITE_IOERR_READ', sqlite(266), 'StoreFailed', /failed/],
  ['ENOSPC', file('ENOSPC'), 'StoreFull', /disk .* is full/],
  ['EROFS', file('EROFS'), 'StoreNotWritable', /file system is read-only/],
  ['EACCES', file('EACCES'), 'StoreNotWritable', /access is denied/],
  ['EMFILE', file('EMFILE'), 'StoreNotWritable', /too many files/],
  ['a mistake of ours', new TypeError('x is not a function'), 'StoreFailed', /x is not a function/],
];
for (const [name, thrown, code, words] of faults) {
  test(`${name} is told as ${code}, with the store's path`, () => {
    const error = storeFault(thrown, PATH);
    assert.equal(error.code, code);
    assert.match(error.message, words);
    assert.ok(error.message.includes(PATH));
    assert.equal(error.cause, thrown);
  });
}

test('a full disk loses nothing that was there, and the request that found it full is not half there', () =>
  withStateFolder(async (folder) => {
    const store = new SqlStore(folder);
    const requests = new SqlRequestStore(store);
    const kept = await requests.prepare(offlineRequest(), actor());
    const limited = await store.run((queries) =>
      sql<{ max_page_count: number }>`pragma max_page_count = 1`.execute(queries),
    );
    assert.ok((limited.rows[0]?.max_page_count ?? 0) > 1, 'SQLite keeps what is there');
    const large = offlineRequest({ privateKey: pemWith('large').repeat(2000) });
    await assert.rejects(requests.prepare(large, actor()), { code: 'StoreFull', retryable: true });
    assert.deepEqual(await requests.listOpen(SCOPE), [kept]);
    await store.run((queries) => sql`pragma max_page_count = 1000000`.execute(queries));
    assert.equal((await requests.prepare(offlineRequest(), actor())).state, 'offline');
    await store.close();
  }));

test('who waits longer than the budget is told so; whoever comes later finds the store as it was', () =>
  withStateFolder(async (folder) => {
    const store = new SqlStore(folder);
    await new SqlRequestStore(store).prepare(offlineRequest(), actor());
    const holder = new DatabaseSync(folder.at('store.db'));
    holder.exec('begin immediate');
    const other = new DatabaseSync(folder.at('store.db'), { timeout: 10 });
    const started = performance.now();
    await assert.rejects(
      untilNotBusy(() => other.exec('begin immediate'), 300),
      { errcode: 5 },
    );
    const waited = performance.now() - started;
    assert.ok(waited >= 300 && waited < 60_000, `${waited} ms`);
    other.close();
    holder.close();
    assert.equal((await new SqlRequestStore(store).listOpen(SCOPE)).length, 1);
    await store.close();
  }));

test('work that fails half-way changes nothing', () =>
  withStateFolder(async (folder) => {
    const store = new SqlStore(folder);
    const requests = new SqlRequestStore(store);
    function* names(): Iterable<string> {
      yield 'Lync';
    }
    await requests.prepare(newRequest({ friendlyName: { given: 'Lync' } }), actor());
    const noName = newRequest({ friendlyName: { firstFree: names() } });
    await assert.rejects(requests.prepare(noName, actor()), { code: 'StoreFailed' });
    const counts = await store.run((queries) =>
      sql<{ n: number }>`select (select count(*) from request) + (select count(*) from private_key) as n`.execute(
        queries,
      ),
    );
    assert.equal(counts.rows[0]?.n, 2);
    await store.close();
  }));

function sqlite(errcode: number): Error {
  return Object.assign(new Error('as SQLite says it'), { code: 'ERR_SQLITE_ERROR', errcode });
}

function file(code: string): Error {
  return Object.assign(new Error(`${code}: as the system says it`), { code });
}
