import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { openTopology, readSimpleUrls } from '../../../src/adapters/topology/open-topology.ts';
import { temporaryDocument, temporaryFolder } from '../../fixtures/topologies/temporary-document.ts';

const onPosix = process.platform === 'win32' ? 'a POSIX system' : false;

test('a missing file', async (context) => {
  const path = join(await temporaryFolder(context), 'missing.xml');
  await assert.rejects(openTopology(path).load(), {
    code: 'TopologyNotReadable',
    exceptionType: 'System.IO.IOException',
    message: `The topology document "${path}" cannot be read: there is no such file.`,
  });
  await assert.rejects(readSimpleUrls(path), {
    code: 'TopologyNotReadable',
    message: `The simple URL document "${path}" cannot be read: there is no such file.`,
  });
});

test('a folder', async (context) => {
  const path = await temporaryFolder(context);
  await assert.rejects(openTopology(path).load(), { code: 'TopologyNotReadable', message: /it is not a regular file/ });
});

test('a file as a folder of its path', async (context) => {
  const path = join(await temporaryDocument(context, 'x'), 'topology.xml');
  await assert.rejects(openTopology(path).load(), { code: 'TopologyNotReadable' });
});

test('a device', { skip: onPosix }, async () => {
  await assert.rejects(openTopology('/dev/zero').load(), { message: /it is not a regular file/ });
});

test('a FIFO that nobody writes to does not block', { skip: onPosix }, async (context) => {
  const path = join(await temporaryFolder(context), 'fifo');
  execFileSync('mkfifo', [path]);
  await assert.rejects(openTopology(path).load(), { message: /it is not a regular file/ });
});

test('a file over 32 MB is refused by its size', async (context) => {
  const path = await temporaryDocument(context, '');
  await truncate(path, 32 * 1024 * 1024 + 1);
  await assert.rejects(openTopology(path).load(), {
    code: 'TopologyTooLarge',
    message: `The topology document "${path}" is larger than 32 MB. Larger documents are not read.`,
  });
});

test('a file of exactly 32 MB is read', async (context) => {
  const path = await temporaryDocument(context, '');
  await truncate(path, 32 * 1024 * 1024);
  await assert.rejects(openTopology(path).load(), { code: 'TopologyInvalid' });
});

test('opening reads nothing: the file is read by load', async (context) => {
  const path = join(await temporaryFolder(context), 'missing.xml');
  assert.doesNotThrow(() => openTopology(path));
});
