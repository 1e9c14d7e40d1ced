import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { isAlive } from '../compatibility/process-memory.ts';

const FIXTURE = join(import.meta.dirname, 'temporary-folder-fixture.ts');
const LIMIT_MS = 60_000;

describe('a test run', { skip: process.platform !== 'linux' && 'only Linux shows environments' }, () => {
  const parent = mkdtempSync(join(tmpdir(), 'cscert-run-'));
  after(() => rmSync(parent, { recursive: true }));

  for (const [rule, signal, exitCode] of [
    ['that ends by itself', undefined, 0],
    ['that is interrupted', 'SIGINT', 130],
    ['that is terminated', 'SIGTERM', 143],
    ['whose terminal is closed', 'SIGHUP', 129],
  ] as const) {
    test(`${rule} leaves neither its temporary folder nor a process that has it`, async () => {
      const run = spawn(process.execPath, [FIXTURE, signal === undefined ? '' : 'wait'], {
        env: { ...process.env, TMPDIR: parent, TEMP: parent, TMP: parent },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const ended = once(run, 'close');
      const [line] = await once(run.stdout, 'data');
      const { folder, orphan }: { folder: string; orphan: number } = JSON.parse(String(line));
      if (signal !== undefined) {
        assert.ok(existsSync(join(folder, 'left')) && isAlive(orphan));
        run.kill(signal);
      }
      assert.deepEqual(await ended, [exitCode, null]);
      assert.deepEqual(readdirSync(parent), []);
      // It was killed; the system may take a moment to be done with it.
      for (const end = Date.now() + LIMIT_MS; isAlive(orphan) && Date.now() < end; await sleep(10));
      assert.equal(isAlive(orphan), false);
    });
  }
});
