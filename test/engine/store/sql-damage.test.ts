import assert from 'node:assert/strict';
import { copyFileSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import fc from 'fast-check';
import type { StateFolder } from '../../../src/adapters/files/state-folder.ts';
import { createSqlStore } from '../../../src/adapters/store/sql/create-sql-store.ts';
import { CommandError } from '../../../src/domain/errors/command-error.ts';
import type { StoredRequest } from '../../../src/domain/request/stored-request.ts';
import { actor, newRequest, offlineRequest, SCOPE } from './sample-requests.ts';
import { withSqlStores, withStateFolder } from './temporary-store.ts';

const OPEN_REQUESTS = 12;

/** A store with open requests, closed; gives what was put in. */
async function filledStore(folder: StateFolder): Promise<readonly StoredRequest[]> {
  const { requests, close } = createSqlStore(folder);
  const filled: StoredRequest[] = [];
  for (let index = 0; index < OPEN_REQUESTS; index += 1) {
    filled.push(await requests.prepare(offlineRequest({ subject: `CN=${index}` }), actor(index)));
  }
  await close();
  return filled;
}

/** What a command that lists finds in the state folder. */
async function listed(folder: StateFolder): Promise<readonly StoredRequest[] | CommandError> {
  const { requests, close } = createSqlStore(folder);
  try {
    return await requests.listOpen(SCOPE);
  } catch (error) {
    if (error instanceof CommandError) return error;
    throw error;
  } finally {
    await close();
  }
}

async function assertRefused(folder: StateFolder, code: string, words: RegExp): Promise<void> {
  const path = folder.at('store.db');
  const before = readFileSync(path);
  const error = await listed(folder);
  assert.ok(error instanceof CommandError, 'the store was opened');
  assert.equal(error.code, code);
  assert.ok(error.message.includes(path), error.message);
  assert.match(error.message, words);
  assert.deepEqual(readFileSync(path), before, 'the file was touched');
}

const truncations: readonly (readonly [string, (length: number) => number])[] = [
  ['nothing', () => 0],
  ['half a header', () => 50],
  ['the header alone', () => 100],
  ['half of its pages', (length) => length / 2],
  ['all but its last page', (length) => length - 4096],
  ['all but its last byte', (length) => length - 1],
];
for (const [left, lengthOf] of truncations) {
  test(`a store of which ${left} is left is an error that names the file, never an empty store`, () =>
    withStateFolder(async (folder) => {
      await filledStore(folder);
      truncateSync(folder.at('store.db'), lengthOf(readFileSync(folder.at('store.db')).length));
      await assertRefused(folder, 'StoreDamaged', /is damaged/);
    }));
}

test('a store that vanished but for its write-ahead log is an error, not a new store', () =>
  withSqlStores(async (open, folder) => {
    const { requests } = open();
    await requests.prepare(newRequest(), actor());
    copyFileSync(folder.at('store.db-wal'), folder.at('kept'));
    rmSync(folder.at('store.db'));
    const error = await listed(folder);
    assert.ok(error instanceof CommandError);
    assert.equal(error.code, 'StoreDamaged');
    assert.match(error.message, /the file is missing, but its write-ahead log is still there/);
  }));

test('text that is no database is refused', () =>
  withStateFolder(async (folder) => {
    folder.open();
    writeFileSync(folder.at('store.db'), 'This is not a database.\n'.repeat(500), { mode: 0o600 });
    await assertRefused(folder, 'StoreDamaged', /not a database/);
  }));

test("another program's database is refused and left alone", () =>
  withStateFolder(async (folder) => {
    folder.open();
    const other = new DatabaseSync(folder.at('store.db'));
    other.exec('create table request (row integer primary key); pragma user_version = 1');
    other.close();
    await assertRefused(folder, 'StoreNotRecognised', /was not made by this product/);
  }));

test('a store of a newer version is refused with both versions and left alone', () =>
  withStateFolder(async (folder) => {
    await filledStore(folder);
    const newer = new DatabaseSync(folder.at('store.db'));
    newer.exec('pragma user_version = 1000');
    newer.close();
    await assertRefused(folder, 'StoreNewer', /newer version .*schema is 1000, this version knows \d+/);
  }));

test('a newer version that is still in the write-ahead log is refused too', () =>
  withStateFolder(async (folder) => {
    await filledStore(folder);
    const newer = new DatabaseSync(folder.at('store.db'));
    newer.exec('pragma user_version = 1000');
    const error = await listed(folder);
    newer.close();
    assert.ok(error instanceof CommandError);
    assert.equal(error.code, 'StoreNewer');
  }));

test('a flipped bit anywhere is an error that names the file, or does no harm: no request is ever missing silently', () =>
  withStateFolder(async (folder) => {
    const filled = await filledStore(folder);
    const path = folder.at('store.db');
    const sound = readFileSync(path);
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(fc.nat(sound.length - 1), fc.nat(7), async (offset, bit) => {
        const flipped = Buffer.from(sound);
        flipped[offset] = (flipped[offset] ?? 0) ^ (1 << bit);
        writeFileSync(path, flipped);
        for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true });
        const found = await listed(folder);
        if (!(found instanceof CommandError)) assert.equal(found.length, filled.length);
        else {
          refused += 1;
          assert.match(found.code, /^Store(?:Damaged|NotRecognised|Newer|Failed|NotWritable)$/);
          assert.ok(found.message.includes(path), found.message);
        }
      }),
      { numRuns: 400, seed: 2013 },
    );
    assert.ok(refused > 0, 'no flip was noticed');
  }));

test('a store whose file was replaced while it was open is opened anew', () =>
  withSqlStores(async (open, folder) => {
    const stores = open();
    await stores.requests.prepare(offlineRequest(), actor());
    rmSync(folder.path, { recursive: true });
    assert.deepEqual(await stores.requests.listOpen(SCOPE), []);
    const prepared = await stores.requests.prepare(offlineRequest(), actor());
    assert.deepEqual(await open().requests.listOpen(SCOPE), [prepared]);
  }));
