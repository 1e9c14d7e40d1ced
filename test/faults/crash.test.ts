import assert from 'node:assert/strict';
import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { REPOSITORY } from '../../tools/setup/repository.mjs';
import { compareWithBook, type Damage } from './harness/compare.ts';
import { crashSession } from './harness/crash-session.ts';
import { makeFaultPlace } from './harness/places.ts';
import { runVerbs } from './harness/run-verbs.ts';
import { bundleVerbProcess } from './harness/verb-bundle.ts';
import type { VerbCall } from './harness/verb-call.ts';

const RUNS = 60;
const SEED = 2013;

const engine = join(REPOSITORY, 'psmodule', 'Lync', 'engine', 'main.cjs');
const powerShell = process.env['CSCERT_POWERSHELL'] ?? join(REPOSITORY, '.setup', 'pshost', 'pshost');

test(`${RUNS} commands are stopped by kill -9: nothing is lost, nothing asked twice, no certificate without key`, async () => {
  const said: string[] = [];
  const { stopped, ...tally } = await crashSession({
    runs: RUNS,
    seed: SEED,
    jobs: 2,
    ...(existsSync(engine) && { engine }),
    ...(existsSync(powerShell) && { powerShell }),
    say: (text) => void said.push(text),
  });
  assert.deepEqual(tally, { runs: RUNS, lost: 0, twice: 0, keyless: 0, unsound: 0 }, said.join('\n'));
  assert.ok(stopped > RUNS / 2, `only ${stopped} were stopped before their end`);
});

/** what happened, how it is played, how the comparison counts it */
const damages: readonly (readonly [string, string, keyof Damage])[] = [
  ['a certificate is gone', "delete from certificate where store = 'My'", 'lost'],
  ['a request is gone', 'delete from request_step; delete from certificate; delete from request', 'lost'],
  ['a request is archived', "update request set state = 'failed', listed = 0, archived = 1", 'lost'],
  [
    'the CA has a request in two rows',
    `insert into authority_entry
      (book, request_number, request_sha256, disposition, hresult, message, warnings_json, template, requester, entered_at)
      select book, 77, request_sha256, 'denied', 0, '', '[]', '', '', '' from authority_entry`,
    'twice',
  ],
  ['a certificate has no key', 'update certificate set private_key_id = null', 'keyless'],
  ['keys are gone', 'delete from private_key', 'keyless'],
  ['a certificate was taken out of My', "update certificate set removed_at = '' where store = 'My'", 'lost'],
  ['an assignment is gone', 'delete from assignment', 'lost'],
  ['one of three types has none', "delete from assignment where certificate_use = 'Default'", 'unsound'],
  [
    'one of three types has another',
    "update assignment set thumbprint = '' where certificate_use = 'Default'",
    'unsound',
  ],
  ['a request is left half-way', "update request set state = 'submitting'", 'unsound'],
];

test("the comparison with the CA's book finds each kind of damage in a store with one certificate that is assigned", async (t) => {
  using place = makeFaultPlace();
  const bundle = await bundleVerbProcess(place.root);
  const home = join(place.root, 'home');
  const { deployment, root: temporaryFolder } = place;
  const run = async (call: VerbCall) =>
    (await runVerbs(bundle, { home, deployment, temporaryFolder, calls: [call] })).lines;
  const issued = await run({ verb: 'new', template: 'WebServer' });
  const [thumbprint = ''] = issued.flatMap((line) => (line.said === 'certificate' ? [line.thumbprint] : []));
  const acknowledged = [...issued, ...(await run({ verb: 'set', thumbprint }))];
  const compare = (path: string) => compareWithBook(path, { submissions: 1, cleared: false, acknowledged });
  assert.deepEqual(compare(join(home, 'store.db')), { lost: [], twice: [], keyless: [], unsound: [] });
  for (const [what, sql, kind] of damages) {
    await t.test(`${what}: ${kind}`, () => {
      const path = join(place.root, `${kind}.db`);
      copyFileSync(join(home, 'store.db'), path);
      const database = new DatabaseSync(path, { enableForeignKeyConstraints: false });
      database.exec(sql);
      database.close();
      assert.notEqual(compare(path)[kind].length, 0);
    });
  }
});
