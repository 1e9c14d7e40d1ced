import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { REPOSITORY } from '../../tools/setup/repository.mjs';
import { end, launch, start } from './launcher.ts';

const isWindows = process.platform === 'win32' && 'the stand-in is a script with a first line that names its program';

describe('arguments reach PowerShell as they are', { skip: isWindows }, () => {
  const table: readonly (readonly string[])[] = [
    [],
    [''],
    ['', '', 'a', ''],
    ['two words', ' leading', 'trailing '],
    ['$true', '$(exit 3)', '`n', '%PATH%', '!x!'],
    ['"quoted"', "it's", '"', "'", '\\"', '""'],
    ['C:\\Certificates\\x.cer', 'ends in \\', '\\\\server\\share\\', '\\'],
    ['–Clear', '—RequestID', '−5', '-5'],
    ['line one\nline two', '\r\n', '\t'],
    ['–', '--', '---', '-', '--%', '--version', '--help', '-e'],
    ['*', '?', '[a-z]', '~', '{a,b}', '&', '|', '<x>', ';', '#'],
    ['é', 'ß', '日本', '🔑', '\u202e'],
    ['-Command', '& { "a  b" }', '-CA', 'atl-ca-001.litwareinc.com\\myca'],
    ['x'.repeat(100_000)],
  ];
  for (const args of table) {
    test(JSON.stringify(args).slice(0, 80), async () => {
      const { stdout, stderr } = await launch(args);
      assert.deepEqual(JSON.parse(stdout).args, args);
      assert.equal(stderr, '');
    });
  }

  test('through npm run as well', () => {
    const args = ['', 'a b', '$true', '–Clear', "it's", '"x"', 'ends in \\', 'one\ntwo'];
    const env = { ...process.env, CSCERT_POWERSHELL: join(import.meta.dirname, 'stand-in-powershell.mjs') };
    const npm = spawnSync('npm', ['run', '-s', 'pwsh', '--', ...args], { cwd: REPOSITORY, env, encoding: 'utf8' });
    assert.deepEqual(JSON.parse(npm.stdout).args, args);
  });
});

describe('a launcher ends as its program does', { skip: isWindows }, () => {
  for (const code of [0, 1, 3, 64, 255]) {
    test(`exit code ${code}`, async () => {
      assert.equal((await launch(['--exit', String(code)])).code, code);
    });
  }

  for (const [signal, code] of [
    ['SIGKILL', 137],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    test(`${signal} in the program gives ${code}`, async () => {
      assert.equal((await launch(['--die', signal])).code, code);
    });
  }

  test('SIGTERM is handed on', async () => {
    const child = start(['--wait']);
    await once(child.stdout, 'data');
    child.kill('SIGTERM');
    assert.deepEqual(await end(child), { code: 7, signal: null });
  });

  test('an interrupt is left to the program: the launcher lives on', async () => {
    const child = start(['--wait']);
    await once(child.stdout, 'data');
    child.kill('SIGINT');
    await new Promise((resolve) => setTimeout(resolve, 300));
    assert.equal(child.exitCode, null);
    child.kill('SIGTERM');
    assert.deepEqual(await end(child), { code: 7, signal: null });
  });

  test('a program that is not there is told in a sentence, with exit code 1', async () => {
    const { code, stdout, stderr } = await launch([], { env: { CSCERT_POWERSHELL: '/nowhere/pwsh' } });
    assert.equal(code, 1);
    assert.equal(stdout, '');
    assert.match(stderr, /^set-up: CSCERT_POWERSHELL names \/nowhere\/pwsh, which is not a program\n$/);
  });

  test('standard input is the program’s', async () => {
    const input = 'line\n'.repeat(20_000);
    assert.equal((await launch(['--echo'], { input })).stdout, input);
  });
});

describe('the program runs where its caller is', { skip: isWindows }, () => {
  let folder = '';
  before(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), "cscert caller's ")));
  });
  after(() => rmSync(folder, { recursive: true }));

  test('started directly', async () => {
    assert.equal(JSON.parse((await launch([], { cwd: folder })).stdout).folder, folder);
  });

  test('started by npm run, which changes the folder', async () => {
    const env = { npm_lifecycle_event: 'pwsh', INIT_CWD: folder };
    const told = JSON.parse((await launch([], { env })).stdout);
    assert.equal(told.folder, folder);
    assert.equal(told.environment.INIT_CWD, undefined);
  });

  test('started by another script of npm run, from a folder of its own', async () => {
    const env = { npm_lifecycle_event: 'test', INIT_CWD: '/' };
    assert.equal(JSON.parse((await launch([], { cwd: folder, env })).stdout).folder, folder);
  });

  test('started from a folder below', () => {
    const cscert = join(REPOSITORY, 'bin', 'cscert.mjs');
    const { stdout, status } = spawnSync(process.execPath, [cscert, '--help'], { cwd: folder, encoding: 'utf8' });
    assert.equal(status, 0);
    assert.match(stdout, /^cscert: /);
  });
});

describe('the environment of PowerShell', { skip: isWindows }, () => {
  test('names our modules first, our Node and the drives', async () => {
    const env = { PSModulePath: '/other/modules', CSCERT_HOME: '/srv/state' };
    const { environment } = JSON.parse((await launch([], { env })).stdout);
    assert.equal(environment.PSModulePath, [join(REPOSITORY, 'psmodule'), '/other/modules'].join(delimiter));
    assert.equal(environment.CSCERT_NODE, process.env['CSCERT_NODE'] ?? process.execPath);
    const drives = ['C', 'D', 'E', 'F', 'G'].map((letter) => `${letter}=/srv/state/drives/${letter}`).join(';');
    assert.equal(environment.PSHOST_DRIVES, drives);
  });

  test('takes a relative state folder from the caller’s folder', async () => {
    const { environment } = JSON.parse((await launch([], { cwd: '/', env: { CSCERT_HOME: 'state' } })).stdout);
    assert.match(environment.PSHOST_DRIVES, /^C=\/state\/drives\/C;/);
  });
});
