import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { type Bench, cscert, ENGINE } from './cscert.ts';

const folder = mkdtempSync(join(tmpdir(), 'cscert-line-'));
const home = join(folder, 'home');
const bench: Bench = { folder, environment: { CSCERT_HOME: home, TMPDIR: folder } };
after(() => rmSync(folder, { recursive: true }));

describe('a path that cannot be written to is refused, and nothing comes into being', () => {
  const refused: readonly (readonly [rule: string, path: string, message: RegExp])[] = [
    ['a server without a share', '\\\\server', /it names no share of a server/],
    ['a share itself', '\\\\server\\share', /it names a folder, not a file/],
    ['a folder that does not exist', 'folder/', /it names a folder, not a file/],
    ['the certificate store', 'Cert:\\LocalMachine\\My\\x', /Certificate/],
    ['the registry', 'HKLM:\\Software\\x', /Registry/],
    ['blanks count as absent', '  ', /Neither a certification authority nor an output file/],
    ['nothing counts as absent', '', /Neither a certification authority nor an output file/],
    ['the state folder', 'home/x.req', /it lies in the state folder/],
  ];
  for (const [rule, path, message] of refused) {
    it(`${rule}: "${path}"`, async () => {
      const { code, stdout, stderr } = await cscert(bench, '-New', '-Type', 'Default', '-Output', path);
      assert.deepEqual([code, stdout], [1, '']);
      assert.match(stderr, message);
      assert.equal(existsSync(join(home, 'store.db')), false);
      assert.deepEqual(
        readdirSync(folder).filter((name) => !/^Request-CsCertificate-.*\.(?:xml|html)$/.test(name)),
        [],
      );
    });
  }
});

describe('a state folder that cannot be used is an error of its own, not an empty store', () => {
  const file = join(folder, 'file');
  const commands: readonly (readonly string[])[] = [
    ['-List'],
    ['-Retrieve'],
    ['-Clear'],
    ['certificate', 'list'],
    ['-New', '-Type', 'Default', '-Output', 'x.req'],
  ];
  for (const [rule, state] of [
    ['it is a file', file],
    ['it would lie in a file', join(file, 'home')],
  ] as const) {
    for (const command of commands) {
      it(`${rule}: ${command.join(' ')}`, async () => {
        writeFileSync(file, '');
        const environment = { ...bench.environment, CSCERT_HOME: state };
        const { code, stdout, stderr } = await cscert({ folder, environment }, ...command);
        assert.deepEqual([code, stdout], [1, '']);
        assert.ok(stderr.includes(state), stderr);
        assert.match(stderr, /it is not a folder|a part of the path is not a folder/);
      });
    }
  }
});

describe('a result that nobody takes', { skip: process.platform === 'linux' ? false : 'needs /dev/full' }, () => {
  /** `rest` is what a shell puts behind `cscert -List`. */
  function list(rest: string) {
    const command = `set -o pipefail; "$0" "$1" cli -List ${rest}`;
    const env = { PATH: process.env['PATH'], ...bench.environment };
    const args = ['--norc', '-c', command, process.execPath, ENGINE];
    return spawnSync('bash', args, { encoding: 'utf8', env, stdio: ['ignore', 'pipe', 'pipe'] });
  }

  it('on a full disk is one sentence and a failure', () => {
    const { status, stderr } = list('>/dev/full');
    assert.deepEqual([status, stderr], [1, 'cscert: The result cannot be written: no space left on device.\n']);
  });

  it('behind a pipe whose reader has gone is no word', () => {
    const { status, stderr } = list('| true');
    assert.deepEqual([status, stderr], [0, '']);
  });

  it('words that nobody hears change nothing', () => {
    assert.equal(list('-Verbose 2>/dev/full').status, 0);
  });
});

describe('-WhatIf fails where the request would', () => {
  it('more alternative names than a CA takes', async () => {
    const names = Array.from({ length: 300 }, (_, index) => `host-${index}.example.com`).join(',');
    const args = ['-New', '-Type', 'Default', '-Output', 'x.req', '-DomainName', names, '-WhatIf'];
    const { code, stdout, stderr } = await cscert(bench, ...args);
    assert.deepEqual([code, stdout], [1, '']);
    assert.match(stderr, /0xc80005e2 \(ESE: -1056\)/);
  });
});
