import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { createRequestFiles } from '../../../src/adapters/files/request-files.ts';
import { type Places, treeOf, withPlaces } from './temporary-places.ts';

const TEXT = '-----BEGIN NEW CERTIFICATE REQUEST-----\r\nMIIB\r\n-----END NEW CERTIFICATE REQUEST-----\r\n';

/** Writes as `-Output path` does. */
async function write(places: Places, path: string, force = false): Promise<string> {
  const reserved = await createRequestFiles(places.rules).reserve({ path, location: places.work, force });
  try {
    await reserved.write(TEXT);
  } finally {
    await reserved.release();
  }
  return reserved.path;
}

async function assertRefused(places: Places, path: string, code: string, words: RegExp): Promise<void> {
  const before = treeOf(places.parent);
  const target = { path, location: places.work, force: false };
  const files = createRequestFiles(places.rules);
  for (const attempt of [() => files.examine(target), () => files.reserve(target)]) {
    await assert.rejects(attempt, { code, message: words });
  }
  assert.deepEqual(treeOf(places.parent), before, 'something was made');
}

const names: readonly (readonly [string, readonly string[]])[] = [
  ['x.req', ['x.req']],
  ['./sub/x.cer', ['sub', 'x.cer']],
  ['.\\sub\\deep\\x.txt', ['sub', 'deep', 'x.txt']],
  ['Ünïcode name.pfx', ['Ünïcode name.pfx']],
  ['no-extension', ['no-extension']],
];
for (const [given, expected] of names) {
  test(`-Output ${given}: relative to the caller's folder, missing folders are made`, () =>
    withPlaces(async (places) => {
      const path = await write(places, given);
      assert.equal(path, join(places.work, ...expected));
      assert.equal(readFileSync(path, 'utf8'), TEXT);
      assert.deepEqual(treeOf(places.work).length, expected.length, 'a temporary file was left');
    }));
}

test('to examine a target makes nothing and gives the path that a file would have', () =>
  withPlaces(async (places) => {
    const files = createRequestFiles(places.rules);
    const target = { path: 'a/b/x.req', location: places.work, force: false };
    assert.equal(await files.examine(target), join(places.work, 'a', 'b', 'x.req'));
    assert.deepEqual(treeOf(places.work), []);
  }));

test('a reservation that is given up leaves everything as it was, folders too', () =>
  withPlaces(async (places) => {
    const reserved = await createRequestFiles(places.rules).reserve({
      path: 'a/b/x.req',
      location: places.work,
      force: false,
    });
    assert.equal(existsSync(join(places.work, 'a', 'b', 'x.req')), false);
    await reserved.release();
    assert.deepEqual(treeOf(places.work), []);
  }));

/** The tags of a CertificationRequest and nothing in them. */
const DER_REQUEST = Buffer.from('3010300902010030003000a0003000030100', 'hex');

const contents: readonly (readonly [string, string | Buffer, boolean])[] = [
  ['nothing', '', true],
  ['a request', TEXT, true],
  ['a request of OpenSSL', '-----BEGIN CERTIFICATE REQUEST-----\nMIIB+/=\n-----END CERTIFICATE REQUEST-----\n', true],
  ['a request behind a byte order mark', `\uFEFF${TEXT}`, true],
  ['two requests', TEXT + TEXT, true],
  ['a request as DER', DER_REQUEST, true],
  ['a request as DER and one byte more', Buffer.concat([DER_REQUEST, Buffer.of(0)]), false],
  ['a private key as DER', Buffer.from('300702010030000400', 'hex'), false],
  ['a certificate of version 1 as DER', Buffer.from('301030090201003000300030003000030100', 'hex'), false],
  ['a blank', ' ', false],
  ['a certificate', '-----BEGIN CERTIFICATE-----\nMIIB\n-----END CERTIFICATE-----\n', false],
  ['a request and a private key', `${TEXT}-----BEGIN PRIVATE KEY-----\nMIIB\n-----END PRIVATE KEY-----\n`, false],
  ['a text that quotes a request', `Dear CA,\n${TEXT}`, false],
  ['a request without an end', '-----BEGIN CERTIFICATE REQUEST-----\nMIIB\n', false],
  ['a topology', '<?xml version="1.0"?><Topology/>', false],
  ['more than a megabyte', TEXT.repeat(20_000), false],
];
for (const [what, content, replaced] of contents) {
  test(`an existing file that holds ${what} is ${replaced ? 'replaced' : 'kept, but with -Force replaced'}`, () =>
    withPlaces(async (places) => {
      const path = join(places.work, 'x.req');
      writeFileSync(path, content);
      if (!replaced) {
        await assertRefused(places, 'x.req', 'OutputFileExists', /exists and is not a certificate request/);
        assert.deepEqual(readFileSync(path), Buffer.from(content));
      }
      await write(places, 'x.req', !replaced);
      assert.equal(readFileSync(path, 'utf8'), TEXT);
      assert.deepEqual(readdirSync(places.work), ['x.req']);
    }));
}

test('a file replaced keeps its mode, a new one has what the umask leaves', () =>
  withPlaces(async (places) => {
    const before = process.umask(0o027);
    try {
      assert.equal(statSync(await write(places, 'new.req')).mode & 0o777, 0o640);
      chmodSync(join(places.work, 'new.req'), 0o604);
      assert.equal(statSync(await write(places, 'new.req')).mode & 0o777, 0o604);
    } finally {
      process.umask(before);
    }
  }));

test('whoever reads meanwhile sees the old file whole or the new one whole', () =>
  withPlaces(async (places) => {
    const path = join(places.work, 'x.req');
    const old = TEXT.replace('MIIB', 'OLD+');
    writeFileSync(path, old);
    linkSync(path, join(places.work, 'second-name'));
    const reserved = await createRequestFiles(places.rules).reserve({ path, location: places.work, force: false });
    assert.equal(readFileSync(path, 'utf8'), old);
    await reserved.write(TEXT);
    assert.equal(readFileSync(path, 'utf8'), TEXT);
    assert.equal(readFileSync(join(places.work, 'second-name'), 'utf8'), old, 'the old file was written into');
  }));

test('a file that became precious after the reservation is not replaced', () =>
  withPlaces(async (places) => {
    const path = join(places.work, 'x.req');
    const reserved = await createRequestFiles(places.rules).reserve({ path, location: places.work, force: false });
    writeFileSync(path, 'somebody else was faster');
    await assert.rejects(reserved.write(TEXT), { code: 'OutputFileExists' });
    assert.deepEqual(readdirSync(places.work), ['x.req']);
    assert.equal(readFileSync(path, 'utf8'), 'somebody else was faster');
  }));

const unsuitable: readonly (readonly [string, string, RegExp, (path: string) => void])[] = [
  ['a folder', 'OutputPathRefused', /it is a folder/, (path) => mkdirSync(path)],
  ['a FIFO', 'OutputPathRefused', /not a regular file/, (path) => void execFileSync('mkfifo', [path])],
  ['a device', 'OutputPathRefused', /not a regular file/, (path) => symlinkSync('/dev/null', path)],
  ['a link to nothing', 'OutputPathRefused', /symbolic link to nothing/, (path) => symlinkSync('nowhere', path)],
  ['a link to itself', 'FileNotWritten', /leads through a symbolic link/, (path) => symlinkSync(path, path)],
];
for (const [what, code, words, make] of unsuitable) {
  test(`${what} is refused in one sentence`, () =>
    withPlaces(async (places) => {
      make(join(places.work, 'target'));
      await assertRefused(places, 'target', code, words);
    }));
}

const badPaths: readonly (readonly [string, string, RegExp])[] = [
  ['', 'OutputPathRefused', /it is empty/],
  ['folder/', 'OutputPathRefused', /names a folder/],
  ['folder\\', 'OutputPathRefused', /names a folder/],
  ['a\0b', 'OutputPathRefused', /NUL/],
  ['\\\\server\\x.req', 'OutputPathRefused', /names a folder|no share/],
  ['\\\\server', 'OutputPathRefused', /it names no share of a server/],
  ['\\\\.\\pipe\\x', 'OutputPathRefused', /"\." is no name of a server or a share/],
  ['C:\\bad?name.req', 'OutputPathRefused', /"bad\?name.req" is no name for a file on a Windows drive/],
  ['x'.repeat(300), 'FileNotWritten', /the name is too long/],
];
for (const [path, code, words] of badPaths) {
  test(`the path ${JSON.stringify(path.slice(0, 30))} is refused in one sentence`, () =>
    withPlaces((places) => assertRefused(places, path, code, words)));
}

test('a file where a folder should be is one sentence', () =>
  withPlaces(async (places) => {
    writeFileSync(join(places.work, 'file'), '');
    await assertRefused(places, 'file/x.req', 'FileNotWritten', /a part of the path is not a folder/);
  }));

const protectedPaths: readonly (readonly [string, (places: Places) => string, RegExp])[] = [
  ['the deployment folder', ({ deployment }) => join(deployment, 'x.req'), /it lies in the deployment folder/],
  ['a folder in it', ({ deployment }) => join(deployment, 'a', 'b', 'x.req'), /the deployment folder/],
  ['the deployment folder by ..', () => '../deployment/x.req', /the deployment folder/],
  ['the module folder', ({ parent }) => join(parent, 'module', 'Lync.psm1'), /the module folder/],
  ['the state folder', ({ state }) => join(state, 'x.req'), /the state folder/],
];
for (const [what, pathOf, words] of protectedPaths) {
  test(`${what} is refused, with -Force too`, () =>
    withPlaces(async (places) => {
      await assertRefused(places, pathOf(places), 'OutputPathRefused', words);
      await assert.rejects(write(places, pathOf(places), true), { code: 'OutputPathRefused' });
    }));
}

test('a protected folder is refused through a link, whichever part of the path is one', () =>
  withPlaces(async (places) => {
    symlinkSync(places.deployment, join(places.work, 'to-deployment'));
    writeFileSync(join(places.deployment, 'empty'), '');
    symlinkSync(join(places.deployment, 'empty'), join(places.work, 'to-file'));
    symlinkSync(places.parent, join(places.work, 'up'));
    for (const path of ['to-deployment/x.req', 'to-deployment/new/x.req', 'to-file', 'up/deployment/x.req']) {
      await assertRefused(places, path, 'OutputPathRefused', /the deployment folder/);
    }
  }));

test('a folder that only begins like a protected one is not protected', () =>
  withPlaces(async (places) => {
    const path = join(places.parent, 'deployment-2', 'x.req');
    assert.equal(await write(places, path), path);
  }));

test('a single file can be protected', () =>
  withPlaces(async (places) => {
    const topology = join(places.work, 'topology.xml');
    writeFileSync(topology, '<Topology/>');
    const refused = [{ path: topology, name: "the deployment's documents" }];
    const files = createRequestFiles({ ...places.rules, refused });
    const target = { path: 'topology.xml', location: places.work, force: true };
    await assert.rejects(files.reserve(target), { code: 'OutputPathRefused', message: /the deployment's documents/ });
  }));

test('a state folder that does not exist yet is protected already, and not made', () =>
  withPlaces(async (places) => {
    rmSync(places.state, { recursive: true });
    await assertRefused(places, join(places.state, 'a', 'x.req'), 'OutputPathRefused', /the state folder/);
  }));

test('a file on a drive is for this user only, its folders too', () =>
  withPlaces(async (places) => {
    const path = await write(places, 'C:\\Temp\\new\\x.req');
    assert.equal(path, join(places.state, 'drives', 'C', 'Temp', 'new', 'x.req'));
    assert.equal(statSync(path).mode & 0o777, 0o600);
    assert.equal(statSync(join(places.state, 'drives', 'C', 'Temp')).mode & 0o777, 0o700);
  }));

const skip = existsSync('/proc/sys') ? false : 'this host has no folder that refuses new files to root too';
test('a folder that nothing can be written to is an error before there is a key', { skip }, () =>
  withPlaces(async (places) => {
    const target = { path: '/proc/sys/x.req', location: places.work, force: false };
    await assert.rejects(createRequestFiles(places.rules).reserve(target), {
      code: 'FileNotWritten',
      message: /"\/proc\/sys\/x.req" of -Output cannot be written: .*Nothing was requested or changed/,
    });
  }),
);
