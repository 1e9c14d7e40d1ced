import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { StateFolder } from '../../../src/adapters/files/state-folder.ts';
import { journalModeFor } from '../../../src/adapters/store/sql/journal-mode.ts';
import { MIGRATIONS } from '../../../src/adapters/store/sql/migrations/all-migrations.ts';
import type { Migration } from '../../../src/adapters/store/sql/migrations/migration.ts';
import { SqlRequestStore } from '../../../src/adapters/store/sql/sql-request-store.ts';
import { SqlStore } from '../../../src/adapters/store/sql/sql-store.ts';
import { giveAway, mayGiveAway } from '../files/other-user.ts';
import { actor, newRequest, offlineRequest, SCOPE } from './sample-requests.ts';
import { withSqlStores } from './temporary-store.ts';

const SIDE_FILES = ['store.db', 'store.db-wal', 'store.db-shm'];

test('a store that nobody asks leaves no trace', () =>
  withSqlStores(async (open, folder) => {
    await open().close();
    assert.equal(existsSync(folder.path), false);
  }));

for (const umask of [0o000, 0o077, 0o177]) {
  test(`the database and its side files are 0600, whatever the umask (${umask.toString(8).padStart(3, '0')})`, () =>
    withSqlStores(async (open, folder) => {
      const before = process.umask(umask);
      try {
        await open().requests.prepare(newRequest(), actor());
      } finally {
        process.umask(before);
      }
      const modes = readdirSync(folder.path).map((name) => [name, statSync(folder.at(name)).mode & 0o777]);
      assert.deepEqual(Object.fromEntries(modes), Object.fromEntries(SIDE_FILES.map((name) => [name, 0o600])));
    }));
}

test('the connection is durable and overwrites what is deleted', () =>
  withSqlStores(async (_open, folder) => {
    const store = new SqlStore(folder);
    const pragmas = { journal_mode: 'wal', synchronous: 2, secure_delete: 1, foreign_keys: 1, trusted_schema: 0 };
    for (const [name, value] of Object.entries(pragmas)) {
      const { rows } = await store.run((queries) =>
        sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(queries),
      );
      assert.deepEqual({ ...rows[0] }, { [name]: value });
    }
    await store.close();
  }));

const journals: readonly (readonly [string, 'wal' | 'delete'])[] = [
  ['3.51.2', 'delete'],
  ['3.51.3', 'wal'],
  ['3.53.4', 'wal'],
  ['3.50.9', 'delete'],
  ['3.9.0', 'delete'],
  ['4.0.0', 'wal'],
  ['3.52', 'wal'],
  ['3.51', 'delete'],
];
for (const [version, mode] of journals) {
  test(`SQLite ${version} is used with the journal "${mode}"`, () => assert.equal(journalModeFor(version), mode));
}

const unsafe: readonly (readonly [string, RegExp, (folder: StateFolder) => void])[] = [
  [
    'a symbolic link',
    /store\.db" is not safe .*it is a symbolic link/,
    (folder) => {
      renameSync(folder.at('store.db'), join(dirname(folder.path), 'elsewhere.db'));
      symlinkSync(join(dirname(folder.path), 'elsewhere.db'), folder.at('store.db'));
    },
  ],
  ['writable by the group', /other users can write to it/, (folder) => chmodSync(folder.at('store.db'), 0o660)],
  [
    'a folder',
    /it is not a regular file/,
    (folder) => {
      renameSync(folder.at('store.db'), join(dirname(folder.path), 'elsewhere.db'));
      mkdirSync(folder.at('store.db'));
    },
  ],
  [
    'beside a log that is a symbolic link',
    /store\.db-wal" is not safe .*it is a symbolic link/,
    (folder) => {
      writeFileSync(join(dirname(folder.path), 'elsewhere'), '');
      symlinkSync(join(dirname(folder.path), 'elsewhere'), folder.at('store.db-wal'));
    },
  ],
];
for (const [what, words, make] of unsafe) {
  test(`a database that is ${what} is refused by name`, () =>
    withSqlStores(async (open, folder) => {
      await filled(folder);
      make(folder);
      await assert.rejects(open().requests.listOpen(SCOPE), { code: 'StateFolderRefused', message: words });
    }));
}

const skip = mayGiveAway ? false : 'only root can give a file to another user';
test("another user's database is refused by name", { skip }, () =>
  withSqlStores(async (open, folder) => {
    await filled(folder);
    giveAway(folder.at('store.db'));
    await assert.rejects(open().requests.listOpen(SCOPE), {
      code: 'StateFolderRefused',
      message: /store\.db" is not safe .*it belongs to another user/,
    });
  }),
);

const next: Migration = {
  version: MIGRATIONS.length + 1,
  statements: [sql`alter table request add column added_later text not null default 'x'`],
};
const broken: Migration = {
  version: next.version + 1,
  statements: [sql`alter table request add column half_made text`, sql`alter table nowhere add column x text`],
};

test('a store of the previous version is brought to the next one and keeps its requests', () =>
  withSqlStores(async (_open, folder) => {
    await filled(folder);
    const store = new SqlStore(folder, [...MIGRATIONS, next]);
    assert.equal((await new SqlRequestStore(store).listOpen(SCOPE)).length, 1);
    await store.close();
    assert.equal(userVersion(folder), next.version);
  }));

test('several processes may bring a store to the next version at once', () =>
  withSqlStores(async (_open, folder) => {
    await filled(folder);
    const stores = Array.from({ length: 4 }, () => new SqlStore(folder, [...MIGRATIONS, next]));
    const lists = await Promise.all(stores.map((store) => new SqlRequestStore(store).listOpen(SCOPE)));
    assert.deepEqual(
      lists.map((list) => list.length),
      [1, 1, 1, 1],
    );
    for (const store of stores) await store.close();
  }));

test('a step of the schema that fails leaves the store as it was', () =>
  withSqlStores(async (open, folder) => {
    await filled(folder);
    const store = new SqlStore(folder, [...MIGRATIONS, next, broken]);
    await assert.rejects(new SqlRequestStore(store).listOpen(SCOPE), { code: 'StoreFailed' });
    assert.equal(userVersion(folder), MIGRATIONS.length);
    assert.equal((await open().requests.listOpen(SCOPE)).length, 1);
  }));

test('versions ascend from 1 without gaps', () => {
  assert.deepEqual(
    MIGRATIONS.map((migration) => migration.version),
    MIGRATIONS.map((_, index) => index + 1),
  );
});

async function filled(folder: StateFolder): Promise<void> {
  const store = new SqlStore(folder);
  await new SqlRequestStore(store).prepare(offlineRequest(), actor());
  await store.close();
}

function userVersion(folder: StateFolder): unknown {
  const database = new DatabaseSync(folder.at('store.db'));
  try {
    return database.prepare('pragma user_version').get()?.['user_version'];
  } finally {
    database.close();
  }
}
