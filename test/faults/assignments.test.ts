import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import type { EndPoint } from './harness/durable-steps.ts';
import { type FaultPlace, makeFaultPlace } from './harness/places.ts';
import { runVerbs, type VerbsRun } from './harness/run-verbs.ts';
import { bundleVerbProcess } from './harness/verb-bundle.ts';
import type { VerbCall } from './harness/verb-call.ts';

/** A deployment whose product takes the harness's keys, with two certificates of which the first is assigned. */
async function furnish(place: FaultPlace) {
  const file = join(place.deployment, 'deployment.json');
  const product = 'Skype for Business Server 2015';
  writeFileSync(file, JSON.stringify({ ...JSON.parse(readFileSync(file, 'utf8')), product }));
  const bundle = await bundleVerbProcess(place.root);
  const home = join(place.root, 'home');
  const run = (calls: readonly VerbCall[], end?: EndPoint): Promise<VerbsRun> =>
    runVerbs(bundle, {
      home,
      deployment: place.deployment,
      temporaryFolder: place.root,
      calls,
      ...(end !== undefined && { end }),
    });
  const issue: VerbCall = { verb: 'new', template: 'WebServer' };
  const { lines } = await run([issue, issue]);
  const [first = '', second = ''] = lines.flatMap((line) => (line.said === 'certificate' ? [line.thumbprint] : []));
  return { run, first, second, store: join(home, 'store.db') };
}

/** The certificates of the types, the types that have each, and whether the store is sound. */
function assigned(store: string) {
  const database = new DatabaseSync(store, { readOnly: true });
  try {
    const rows = database.prepare('select thumbprint, count(*) as types from assignment group by thumbprint').all();
    assert.equal(database.prepare('pragma integrity_check').get()?.['integrity_check'], 'ok');
    return rows.map(({ thumbprint, types }) => `${thumbprint} ${types}`);
  } finally {
    database.close();
  }
}

test('Set-CsCertificate stopped by kill -9 at any durable step: every type has the old certificate or the new', async () => {
  using place = makeFaultPlace();
  const { run, first, second, store } = await furnish(place);
  const steps =
    (await run([{ verb: 'set', thumbprint: first }])).lines.find((line) => line.said === 'done')?.steps ?? 0;
  assert.ok(steps > 3, `${steps} steps`);
  let [old, wanted] = [first, second];
  let changed = 0;
  for (let step = 1; step <= steps; step++) {
    const { lines } = await run([{ verb: 'set', thumbprint: wanted }], {
      step,
      side: step % 2 === 0 ? 'before' : 'after',
    });
    const [only, ...others] = assigned(store);
    assert.deepEqual(others, [], `stopped at step ${step} of ${steps}`);
    assert.ok(only === `${old} 3` || only === `${wanted} 3`, `step ${step}: ${only}`);
    if (lines.some(({ said }) => said === 'assigned')) assert.equal(only, `${wanted} 3`, 'acknowledged and lost');
    if (only !== `${wanted} 3`) continue;
    changed += 1;
    [old, wanted] = [wanted, old];
  }
  assert.ok(changed > 0 && changed < steps, `${changed} of ${steps} changed something: the stops were all on one side`);
});

test('processes that assign at the same time: each type has the certificate of the one that came last', async () => {
  using place = makeFaultPlace();
  const { run, first, second, store } = await furnish(place);
  const sets = (thumbprint: string) => Array.from({ length: 8 }, (): VerbCall => ({ verb: 'set', thumbprint }));
  const ended = await Promise.all([run(sets(first)), run(sets(second)), run(sets(first))]);
  for (const { lines, stderr, code } of ended) {
    assert.equal(code, 0, stderr);
    assert.equal(lines.filter(({ said }) => said === 'assigned').length, 8, JSON.stringify(lines));
  }
  const [only, ...others] = assigned(store);
  assert.deepEqual(others, []);
  assert.ok(only === `${first} 3` || only === `${second} 3`, only);
});
