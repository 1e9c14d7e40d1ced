import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';

const FIXTURE = join(import.meta.dirname, 'set-up-fixture.mjs');

describe('set-up', () => {
  let root = '';
  const log = () => readFileSync(join(root, 'log'), 'utf8');
  const run = (behaviour = '', onSaid: (text: string) => void = () => undefined) =>
    new Promise<{ code: number | null; stderr: string }>((resolve) => {
      const child = execFile(process.execPath, [FIXTURE, root, behaviour], (_, __, stderr) =>
        resolve({ code: child.exitCode, stderr }),
      );
      child.stderr?.on('data', onSaid);
    });

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'cscert-set-up-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  test('says what it does, once, and nothing when there is nothing to do', async () => {
    assert.deepEqual(await run(), { code: 0, stderr: 'set-up: making it\n' });
    assert.deepEqual(await run(), { code: 0, stderr: '' });
  });

  test('five at once do the work once; the others wait for it', async () => {
    let waiting = 0;
    const go = (text: string) => {
      if (text.includes('waiting') && ++waiting === 4) writeFileSync(join(root, 'go'), '');
    };
    const ended = await Promise.all(Array.from({ length: 5 }, () => run('held', go)));
    assert.deepEqual(new Set(ended.map(({ code }) => code)), new Set([0]));
    assert.equal(log(), 'begin\nend\n');
    assert.deepEqual(ended.map(({ stderr }) => stderr.replace(/\d+/, 'N')).sort(), [
      'set-up: making it\n',
      ...Array(4).fill('set-up: waiting for another set-up (process N)\n'),
    ]);
  });

  test('one that fails leaves the work to the next', async () => {
    assert.equal((await run('fail')).code, 1);
    assert.equal((await run()).code, 0);
    assert.equal(log(), 'begin\nbegin\nend\n');
  });

  test('one that was killed is not waited for', { skip: process.platform === 'win32' && 'needs SIGKILL' }, async () => {
    await run('crash');
    assert.ok(existsSync(join(root, '.setup', 'lock', 'owner.json')));
    const ended = await Promise.all([run(), run(), run()]);
    assert.deepEqual(new Set(ended.map(({ code }) => code)), new Set([0]));
    assert.equal(log(), 'begin\nbegin\nend\n');
  });

  test('a holder on another machine is waited for only while it gives signs of life', async () => {
    const lock = join(root, '.setup', 'lock');
    mkdirSync(lock, { recursive: true });
    writeFileSync(join(lock, 'owner.json'), JSON.stringify({ host: 'elsewhere', process: 1 }));
    utimesSync(lock, new Date(), new Date(Date.now() - 120_000));
    assert.equal((await run()).code, 0);
  });

  test('nothing of the lock stays behind', async () => {
    await Promise.all([run(), run()]);
    assert.deepEqual(readdirSync(join(root, '.setup')), []);
  });
});
