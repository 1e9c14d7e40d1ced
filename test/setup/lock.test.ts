import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { withLock } from '../../tools/setup/lock.mjs';

const FIXTURE = join(import.meta.dirname, 'lock-fixture.mjs');
const TIMES = 30;

describe('a lock that another process tries to take all the time', () => {
  const root = mkdtempSync(join(tmpdir(), 'cscert-lock-'));
  const lock = join(root, 'lock');
  let rival: ChildProcess;

  before(async () => {
    rival = spawn(process.execPath, [FIXTURE, root], { stdio: ['ignore', 'pipe', 'inherit'] });
    if (rival.stdout) await once(rival.stdout, 'data');
  });
  after(async () => {
    rival.kill('SIGKILL');
    await once(rival, 'close');
    rmSync(root, { recursive: true });
  });

  test(`is taken and given up ${TIMES} times, and nobody else has it meanwhile`, async () => {
    for (let time = 0; time < TIMES; time++) {
      await withLock(
        lock,
        () => {},
        async () => {
          const held = readdirSync(lock);
          await new Promise(setImmediate);
          assert.deepEqual([held, readdirSync(lock)], [['owner.json'], ['owner.json']]);
        },
      );
    }
    assert.ok(rival.exitCode === null && rival.signalCode === null);
  });
});
