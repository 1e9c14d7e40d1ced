import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { actor, newRequest, SCOPE } from './sample-requests.ts';
import { go, startStoreProcess } from './store-processes.ts';
import { withSqlStores } from './temporary-store.ts';

const PROCESSES = 8;
const EACH = 25;

test(`${PROCESSES} processes begin one store at the same moment and import ${EACH} requests each: all are there`, () =>
  withSqlStores(async (open, folder) => {
    const processes = Array.from({ length: PROCESSES }, (_, index) =>
      startStoreProcess(folder.path, `p${index}`, EACH),
    );
    await Promise.all(processes.map((process) => process.ready));
    for (const process of processes) go(process);
    for (const { code, errors } of await Promise.all(processes.map((process) => process.ended))) {
      assert.deepEqual({ code, errors }, { code: 0, errors: '' });
    }
    const { requests, certificates } = open();
    const entries = await certificates.list(SCOPE, { store: 'My' });
    assert.equal(entries.length, PROCESSES * EACH);
    assert.equal(new Set(entries.map((entry) => entry.friendlyName)).size, PROCESSES * EACH, 'a name came twice');
    for (const { requestRow = 0, privateKey } of entries) {
      assert.ok(privateKey, 'a certificate has no key');
      assert.equal((await requests.find(SCOPE, requestRow))?.state, 'imported');
    }
  }));

test('processes that end leave the database file alone behind', () =>
  withSqlStores(async (_open, folder) => {
    const process = startStoreProcess(folder.path, 'p', 1);
    await process.ready;
    go(process);
    await process.ended;
    assert.deepEqual(await readdir(folder.path), ['store.db']);
  }));

test('a lock that another program holds is waited for; this process stays awake meanwhile', () =>
  withSqlStores(async (open, folder) => {
    const { requests } = open();
    await requests.lastTopology('litwareinc.com');
    const other = new DatabaseSync(folder.at('store.db'));
    other.exec('begin immediate');
    // Were it not awake, nobody would let go of the lock, and it would give up.
    let ticks = 0;
    const ticking = setInterval(() => {
      ticks += 1;
      if (ticks === 5) other.close();
    }, 20);
    const prepared = await requests.prepare(newRequest(), actor());
    clearInterval(ticking);
    assert.equal(prepared.row, 1);
    assert.ok(ticks >= 5, `${ticks} ticks while waiting`);
  }));
