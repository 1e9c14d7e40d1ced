import assert from 'node:assert/strict';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { StateFolder } from '../../../src/adapters/files/state-folder.ts';
import { FOLDER_OF_ROOT, giveAway, mayGiveAway } from './other-user.ts';

function inTemporaryFolder(use: (parent: string) => void): void {
  const parent = mkdtempSync(join(tmpdir(), 'cscert-state-'));
  try {
    use(parent);
  } finally {
    rmSync(parent, { recursive: true, force: true });
  }
}

function modeOf(path: string): string {
  return (statSync(path).mode & 0o777).toString(8);
}

function assertRefused(path: string, words: RegExp): void {
  assert.throws(
    () => new StateFolder(path).open(),
    (error: Error & { code?: string }) => {
      assert.equal(error.code, 'StateFolderRefused');
      assert.match(error.message, words);
      assert.ok(error.message.includes(path), error.message);
      return true;
    },
  );
}

test('nothing is made or looked at before the folder is opened', () =>
  inTemporaryFolder((parent) => {
    new StateFolder(join(parent, 'state')).at('store.db');
    assert.deepEqual(readdirSync(parent), []);
  }));

for (const umask of [0o000, 0o022, 0o077, 0o277]) {
  test(`the folder is made for this user only, whatever the umask (${umask.toString(8).padStart(3, '0')})`, () =>
    inTemporaryFolder((parent) => {
      const before = process.umask(umask);
      try {
        new StateFolder(join(parent, 'state')).open();
      } finally {
        process.umask(before);
      }
      assert.equal(modeOf(join(parent, 'state')), '700');
    }));
}

test('missing folders above it are made too', () =>
  inTemporaryFolder((parent) => {
    new StateFolder(join(parent, 'a', 'b', 'state')).open();
    assert.equal(modeOf(join(parent, 'a', 'b', 'state')), '700');
  }));

test('where the system makes no folders it is an error, and no endless wait', {
  skip: process.platform !== 'linux',
}, () => {
  assert.throws(() => new StateFolder('/proc/none/state').open(), { code: 'StateFolderUnusable' });
});

test('what others could read in a folder of ours is taken from them', () =>
  inTemporaryFolder((parent) => {
    const path = join(parent, 'state');
    mkdirSync(path);
    chmodSync(path, 0o755);
    new StateFolder(path).open();
    assert.equal(modeOf(path), '700');
  }));

for (const mode of [0o770, 0o702, 0o777]) {
  test(`a folder that others can write to (${mode.toString(8)}) is refused by name, with the cure`, () =>
    inTemporaryFolder((parent) => {
      const path = join(parent, 'state');
      mkdirSync(path);
      chmodSync(path, mode);
      assertRefused(path, /other users can write to it/);
      assert.equal(modeOf(path), mode.toString(8), 'the folder was changed');
    }));
}

test("another user's folder is refused by name", () =>
  inTemporaryFolder((parent) => {
    const path = mayGiveAway ? join(parent, 'state') : FOLDER_OF_ROOT;
    if (mayGiveAway) {
      mkdirSync(path, { mode: 0o700 });
      giveAway(path);
    }
    assertRefused(path, /it belongs to another user/);
  }));

test('a symbolic link is refused, also with a slash behind its name', () =>
  inTemporaryFolder((parent) => {
    mkdirSync(join(parent, 'real'), { mode: 0o700 });
    symlinkSync(join(parent, 'real'), join(parent, 'state'));
    assertRefused(join(parent, 'state'), /it is a symbolic link/);
    assert.throws(() => new StateFolder(`${join(parent, 'state')}/`).open(), { code: 'StateFolderRefused' });
    assert.deepEqual(readdirSync(join(parent, 'real')), []);
  }));

test('a file in its place is refused', () =>
  inTemporaryFolder((parent) => {
    writeFileSync(join(parent, 'state'), '');
    assertRefused(join(parent, 'state'), /it is not a folder/);
  }));

test('a file above it is one sentence', () =>
  inTemporaryFolder((parent) => {
    writeFileSync(join(parent, 'file'), '');
    assert.throws(() => new StateFolder(join(parent, 'file', 'state')).open(), {
      code: 'StateFolderUnusable',
      message: `The state folder cannot be used: "${join(parent, 'file', 'state')}": a part of the path is not a folder.`,
    });
    assert.equal(existsSync(join(parent, 'file', 'state')), false);
  }));
