import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { makePlace } from '../end-to-end/harness/place.ts';
import { environment, runCscert } from '../end-to-end/harness/programs.ts';
import { powerShellPath } from '../powershell/run-powershell.ts';
import { childrenOf, isAlive, memoryOf } from './process-memory.ts';
import { CA } from './surroundings.ts';

const SCRIPT = join(import.meta.dirname, 'renew-again-and-again.ps1');
const WARM_UP = 160;
const RENEWALS = 200;
/** Memory is taken as the smallest within so many renewals: what the engine has not tidied away yet says nothing. */
const WINDOW = 60;
const GROWTH = 1.05;
/** .NET compiles a method anew after some calls, later on a busy machine: a step of some MB that is no growth. */
const COMPILE_ONCE = { DOTNET_TieredCompilation: '0' };
const ENGINE_END_MS = 60_000;

interface Sample {
  readonly renewals: number;
  readonly engine: number;
  readonly powerShellMemory: number;
  readonly engineMemory: number;
}

describe(`${RENEWALS} renewals in one PowerShell`, () => {
  const place = makePlace();
  const samples: Sample[] = [];
  let lastWords = '';
  let exitCode: number | null = null;

  before(async () => {
    const env = environment(place, COMPILE_ONCE);
    const child = spawn(powerShellPath(), ['-NoProfile', '-File', SCRIPT, '-CA', CA], { env });
    const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
    for await (const line of createInterface({ input: child.stdout })) {
      lastWords = line;
      const renewals = Number(/^renewed (\d+)$/.exec(line)?.[1]);
      if (!(renewals > 0)) continue;
      samples.push(sampleOf(child.pid ?? 0, renewals));
      if (renewals < WARM_UP + RENEWALS) child.stdin.write('on\n');
      else child.stdin.end();
    }
    exitCode = await ended;
  });
  after(() => place[Symbol.dispose]());

  for (const [process, memory] of [
    ['PowerShell', 'powerShellMemory'],
    ['the engine', 'engineMemory'],
  ] as const) {
    test(`${process} grows by at most 5 % after ${WARM_UP} renewals`, () => {
      const before = smallest(samples, WARM_UP, memory);
      const afterwards = smallest(samples, WARM_UP + RENEWALS, memory);
      const text = samples.map((sample) => `${sample.renewals}: ${sample[memory]} KB`).join(', ');
      assert.ok(afterwards <= before * GROWTH, text);
    });
  }

  test('one engine did it all, and is gone with its PowerShell', async () => {
    const engines = [...new Set(samples.map(({ engine }) => engine))];
    assert.equal(engines.length, 1);
    const deadline = Date.now() + ENGINE_END_MS;
    while (isAlive(engines[0] ?? 0) && Date.now() < deadline) await sleep(20);
    assert.ok(!isAlive(engines[0] ?? 0));
  });

  test('every certificate is in the store, the last one is assigned', async () => {
    assert.deepEqual([lastWords, exitCode], ['True', 0]);
    const listed: { Store: string }[] = JSON.parse((await runCscert(place, ['certificate', 'list'])).stdout);
    assert.equal(listed.filter(({ Store }) => Store === 'My').length, WARM_UP + RENEWALS);
  });
});

function sampleOf(powerShell: number, renewals: number): Sample {
  const [engine, ...more] = childrenOf(powerShell);
  assert.ok(engine !== undefined && more.length === 0, `children of PowerShell: ${[engine, ...more].join(', ')}`);
  return { renewals, engine, powerShellMemory: memoryOf(powerShell), engineMemory: memoryOf(engine) };
}

function smallest(samples: readonly Sample[], at: number, memory: 'powerShellMemory' | 'engineMemory'): number {
  const near = samples.filter(({ renewals }) => renewals > at - WINDOW && renewals <= at);
  return Math.min(...near.map((sample) => sample[memory]));
}
