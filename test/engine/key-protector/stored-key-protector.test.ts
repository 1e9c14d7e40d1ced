import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { promisify } from 'node:util';
import type { StateFolder } from '../../../src/adapters/files/state-folder.ts';
import type { PassphraseSource } from '../../../src/adapters/key-protector/encrypted-pkcs8/passphrase.ts';
import { StoredKeyProtector } from '../../../src/adapters/key-protector/encrypted-pkcs8/stored-key-protector.ts';
import { CommandError } from '../../../src/domain/errors/command-error.ts';
import { giveAway, mayGiveAway } from '../files/other-user.ts';
import { withSqlStores } from '../store/temporary-store.ts';

const EC = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'der' });
const RSA = generateKeyPairSync('rsa', { modulusLength: 1024 }).privateKey.export({ type: 'pkcs8', format: 'der' });

const NONE: PassphraseSource = { passphrase: undefined, passphraseFile: undefined };

/** DER of the object identifiers that the encrypted key must name. */
const PBES2 = '06092a864886f70d01050d';
const HMAC_SHA256 = '06082a864886f70d0209';
const AES_256_CBC = '060960864801650304012a';

type Open = (source?: PassphraseSource) => StoredKeyProtector;

function withProtectors(use: (open: Open, folder: StateFolder) => Promise<void>): Promise<void> {
  return withSqlStores((stores, folder) =>
    use((source = NONE) => new StoredKeyProtector(folder, stores().keyChecks, source), folder),
  );
}

const keyFile = (folder: StateFolder): string => folder.at('key-protection.key');

async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
  } catch (error) {
    if (error instanceof CommandError) return error.code;
    throw error;
  }
  return 'no error';
}

for (const [name, pkcs8] of Object.entries({ EC, RSA })) {
  test(`an ${name} key is encrypted as PKCS#8 with PBES2 and AES-256 and comes back as it was`, () =>
    withProtectors(async (open) => {
      const pem = await open().protect(pkcs8);
      assert.match(pem, /^-----BEGIN ENCRYPTED PRIVATE KEY-----\n/);
      const der = Buffer.from(pem.replaceAll(/-----.*-----|\s/g, ''), 'base64').toString('hex');
      for (const identifier of [PBES2, HMAC_SHA256, AES_256_CBC]) assert.ok(der.includes(identifier), identifier);
      assert.deepEqual(Buffer.from(await open().reveal(pem)), pkcs8);
      assert.throws(() => createPrivateKey({ key: pem, passphrase: '' }));
    }));
}

test('the key file has 32 bytes that only this user can read, and is made when the first key comes', () =>
  withProtectors(async (open, folder) => {
    const before = process.umask(0);
    try {
      const protector = open();
      assert.equal(existsSync(folder.path), false);
      await protector.protect(EC);
    } finally {
      process.umask(before);
    }
    const found = statSync(keyFile(folder));
    assert.deepEqual([found.size, found.mode & 0o777], [32, 0o600]);
    assert.deepEqual(
      readdirSync(folder.path).filter((name) => !name.startsWith('store.db')),
      ['key-protection.key'],
    );
  }));

test('a lost key file is noticed and not replaced', () =>
  withProtectors(async (open, folder) => {
    const running = open();
    const pem = await running.protect(EC);
    const kept = readFileSync(keyFile(folder));
    rmSync(keyFile(folder));
    for (const protector of [running, open()]) {
      assert.equal(await codeOf(protector.reveal(pem)), 'KeyProtectionKeyMissing');
      assert.equal(await codeOf(protector.protect(EC)), 'KeyProtectionKeyMissing');
    }
    assert.equal(existsSync(keyFile(folder)), false);
    writeFileSync(keyFile(folder), kept, { mode: 0o600 });
    assert.deepEqual(Buffer.from(await open().reveal(pem)), EC);
  }));

const wrongFiles: readonly (readonly [string, Buffer])[] = [
  ['another key', Buffer.alloc(32, 7)],
  ['half a key', Buffer.alloc(16, 7)],
  ['nothing', Buffer.alloc(0)],
];
for (const [what, content] of wrongFiles) {
  test(`a key file that holds ${what} is an error and stays as it is`, () =>
    withProtectors(async (open, folder) => {
      const pem = await open().protect(EC);
      writeFileSync(keyFile(folder), content);
      assert.equal(await codeOf(open().reveal(pem)), 'KeyProtectionKeyWrong');
      assert.equal(await codeOf(open().protect(EC)), 'KeyProtectionKeyWrong');
      assert.deepEqual(readFileSync(keyFile(folder)), content);
    }));
}

test('a key file that others can write to, or that is a link, is refused by name', () =>
  withProtectors(async (open, folder) => {
    await open().protect(EC);
    chmodSync(keyFile(folder), 0o620);
    await assert.rejects(open().protect(EC), {
      code: 'StateFolderRefused',
      message: /key-protection\.key" is not safe/,
    });
    chmodSync(keyFile(folder), 0o600);
    renameSync(keyFile(folder), join(dirname(folder.path), 'elsewhere'));
    symlinkSync(join(dirname(folder.path), 'elsewhere'), keyFile(folder));
    await assert.rejects(open().protect(EC), { code: 'StateFolderRefused', message: /it is a symbolic link/ });
  }));

const skip = mayGiveAway ? false : 'only root can give a file to another user';
test("another user's key file is refused by name", { skip }, () =>
  withProtectors(async (open, folder) => {
    await open().protect(EC);
    giveAway(keyFile(folder));
    await assert.rejects(open().protect(EC), { code: 'StateFolderRefused', message: /it belongs to another user/ });
  }),
);

test('a passphrase needs no key file, and another one does not fit', () =>
  withProtectors(async (open, folder) => {
    const right = { ...NONE, passphrase: 'correct horse battery staple' };
    const pem = await open(right).protect(EC);
    assert.equal(existsSync(keyFile(folder)), false);
    assert.deepEqual(Buffer.from(await open(right).reveal(pem)), EC);
    assert.equal(await codeOf(open({ ...NONE, passphrase: 'wrong' }).reveal(pem)), 'KeyProtectionKeyWrong');
    assert.equal(await codeOf(open({ ...NONE, passphrase: 'wrong' }).protect(EC)), 'KeyProtectionKeyWrong');
    await assert.rejects(open().protect(EC), {
      code: 'KeyProtectionKeyWrong',
      message: /CSCERT_KEY_PASSPHRASE is not set/,
    });
    assert.equal(existsSync(keyFile(folder)), false);
  }));

test('a store begun with a key file does not accept a passphrase', () =>
  withProtectors(async (open) => {
    const pem = await open().protect(EC);
    await assert.rejects(open({ ...NONE, passphrase: 'secret' }).reveal(pem), {
      code: 'KeyProtectionKeyWrong',
      message: /protected with the key file of the state folder; a passphrase is set/,
    });
  }));

test('the passphrase is not in the error, the store or the folder', () =>
  withProtectors(async (open, folder) => {
    const passphrase = 'canary-passphrase-83b1';
    const pem = await open({ ...NONE, passphrase }).protect(EC);
    await assert.rejects(open().reveal(pem), (error: Error) => !`${error.message} ${error.stack}`.includes(passphrase));
    for (const name of readdirSync(folder.path)) assert.ok(!readFileSync(folder.at(name)).includes(passphrase), name);
  }));

test('a passphrase file counts without its last line break', () =>
  withProtectors(async (open, folder) => {
    const path = join(dirname(folder.path), 'secret');
    writeFileSync(path, 'ünïcode secret\r\n', { mode: 0o400 });
    const pem = await open({ ...NONE, passphraseFile: path }).protect(EC);
    assert.deepEqual(Buffer.from(await open({ ...NONE, passphrase: 'ünïcode secret' }).reveal(pem)), EC);
  }));

const badFiles: readonly (readonly [string, RegExp, (path: string) => void])[] = [
  ['is missing', /it does not exist/, () => undefined],
  ['is empty', /it is empty/, (path) => writeFileSync(path, '\n', { mode: 0o600 })],
  ['is too long', /longer than 4096/, (path) => writeFileSync(path, 'x'.repeat(5000), { mode: 0o600 })],
  [
    'can be written by others',
    /other users can write/,
    (path) => {
      writeFileSync(path, 'secret');
      chmodSync(path, 0o666);
    },
  ],
  ['is a device', /it is not a regular file/, (path) => symlinkSync('/dev/zero', path)],
];
for (const [what, words, make] of badFiles) {
  test(`a passphrase file that ${what} is one sentence, and nothing is made`, () =>
    withProtectors(async (open, folder) => {
      const path = join(dirname(folder.path), 'secret');
      make(path);
      const protecting = open({ ...NONE, passphraseFile: path }).protect(EC);
      await assert.rejects(protecting, { code: 'PassphraseUnusable', message: words });
      assert.equal(existsSync(keyFile(folder)), false);
    }));
}

test('a passphrase and a passphrase file together are refused', () =>
  withProtectors(async (open) => {
    const both = { passphrase: 'a', passphraseFile: '/run/secrets/b' };
    assert.equal(await codeOf(open(both).protect(EC)), 'PassphraseUnusable');
  }));

test('to reveal a key where none was ever protected makes no key file', () =>
  withProtectors(async (open, folder) => {
    assert.equal(await codeOf(open().reveal('-----BEGIN ENCRYPTED PRIVATE KEY-----')), 'PrivateKeyUnreadable');
    assert.equal(existsSync(keyFile(folder)), false);
  }));

test('a damaged ciphertext is told as such', () =>
  withProtectors(async (open) => {
    const pem = await open().protect(EC);
    const lines = pem.split('\n');
    const damaged = [...lines.slice(0, -3), 'AAAA', ...lines.slice(-2)].join('\n');
    assert.equal(await codeOf(open().reveal(damaged)), 'PrivateKeyUnreadable');
    assert.equal(await codeOf(open().reveal('no key')), 'PrivateKeyUnreadable');
  }));

for (const passphrase of [undefined, 'shared secret']) {
  const what = passphrase === undefined ? 'key file' : 'salt';
  test(`processes that begin a state folder at the same moment agree on one ${what}`, () =>
    withProtectors(async (open, folder) => {
      const script = join(import.meta.dirname, 'protect-worker.ts');
      const args = [script, folder.path, EC.toString('base64'), ...(passphrase === undefined ? [] : [passphrase])];
      const runs = Array.from({ length: 6 }, () => promisify(execFile)(process.execPath, args));
      for (const { stdout } of await Promise.all(runs)) {
        assert.deepEqual(Buffer.from(await open({ ...NONE, passphrase }).reveal(stdout)), EC);
      }
    }));
}
