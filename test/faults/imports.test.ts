import assert from 'node:assert/strict';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import type { EndPoint } from './harness/durable-steps.ts';
import { answerFile } from './harness/import-files.ts';
import { type FaultPlace, makeFaultPlace } from './harness/places.ts';
import { runVerbs, type VerbsRun } from './harness/run-verbs.ts';
import { bundleVerbProcess } from './harness/verb-bundle.ts';
import type { VerbCall } from './harness/verb-call.ts';

/** A store with an offline request, the answer of a CA outside with its chain, and copies of the store to run on. */
async function furnish(place: FaultPlace) {
  const bundle = await bundleVerbProcess(place.root);
  const run = (home: string, calls: readonly VerbCall[], end?: EndPoint): Promise<VerbsRun> =>
    runVerbs(bundle, {
      home,
      deployment: place.deployment,
      temporaryFolder: place.root,
      calls,
      ...(end !== undefined && { end }),
    });
  const original = join(place.root, 'original');
  await run(original, [{ verb: 'offline' }]);
  const path = await answerFile(place.root);
  let copies = 0;
  const copy = () => {
    const home = join(place.root, `home-${copies++}`);
    cpSync(original, home, { recursive: true });
    return home;
  };
  return { run, copy, answer: { verb: 'import', path } satisfies VerbCall };
}

/** The state of the request, and each certificate with its store and whether it has a key. */
function stateOf(home: string): readonly string[] {
  const database = new DatabaseSync(join(home, 'store.db'), { readOnly: true });
  try {
    assert.equal(database.prepare('pragma integrity_check').get()?.['integrity_check'], 'ok');
    const requests = database.prepare('select state from request').all();
    const certificates = database
      .prepare('select store, private_key_id is not null as has_key from certificate order by store')
      .all();
    return [
      ...requests.map(({ state }) => String(state)),
      ...certificates.map((row) => `${row['store']} ${row['has_key']}`),
    ];
  } finally {
    database.close();
  }
}

const BEFORE = ['offline', 'REQUEST 1'];
const AFTER = ['imported', 'CA 0', 'My 1', 'Root 0'];

test('Import-CsCertificate stopped by kill -9 at any durable step: all of it happened or nothing, and again it does', async () => {
  using place = makeFaultPlace();
  const { run, copy, answer } = await furnish(place);
  const whole = copy();
  const steps = (await run(whole, [answer])).lines.find((line) => line.said === 'done')?.steps ?? 0;
  assert.deepEqual(stateOf(whole), AFTER);
  assert.ok(steps > 3, `${steps} steps`);
  let imported = 0;
  for (let step = 1; step <= steps; step++) {
    const home = copy();
    await run(home, [answer], { step, side: step % 2 === 0 ? 'before' : 'after' });
    const state = stateOf(home);
    const isImported = state[0] === 'imported';
    assert.deepEqual(state, isImported ? AFTER : BEFORE, `stopped at step ${step} of ${steps}`);
    if (isImported) imported += 1;
    const { lines, stderr } = await run(home, [answer, { verb: 'check' }]);
    assert.deepEqual(stateOf(home), AFTER, stderr);
    assert.deepEqual(
      lines.filter(({ said }) => said === 'finding' || said === 'error'),
      [],
    );
  }
  assert.ok(imported > 0 && imported < steps, `${imported} of ${steps} imported: the stops were all on one side`);
});

test('processes that import the same file at the same time all succeed, and it is there once', async () => {
  using place = makeFaultPlace();
  const { run, copy, answer } = await furnish(place);
  const home = copy();
  const ended = await Promise.all([1, 2, 3].map(() => run(home, [answer, answer])));
  for (const { lines, stderr, code } of ended) {
    assert.equal(code, 0, stderr);
    assert.deepEqual(
      lines.filter(({ said }) => said === 'error'),
      [],
    );
  }
  assert.deepEqual(stateOf(home), AFTER);
});
