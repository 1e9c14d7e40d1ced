import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { assignmentVerbsOver } from '../../src/app/assignment/assignment-verbs.ts';
import { verbsOver } from '../../src/app/verbs.ts';
import { contextIn, depsOver, RememberingHost } from './harness/in-process.ts';
import { type FaultPlace, makeFaultPlace } from './harness/places.ts';

const LONG_AGO = new Date(Date.now() - 25 * 60 * 60 * 1000);

/** name, whether it is old, whether it goes */
const files: readonly (readonly [string, boolean, boolean])[] = [
  ['.cscert-0123456789abcdef.tmp', true, true],
  ['.cscert-fedcba9876543210.tmp-wal', true, true],
  ['.cscert-00000000000000aa.tmp', false, false],
  ['.cscert-notes.tmp', true, false],
  ['x.cscert-0123456789abcdef.tmp', true, false],
  ['request.req', true, false],
];

function fill(folder: string): void {
  mkdirSync(folder, { mode: 0o700, recursive: true });
  for (const [name, isOld] of files) {
    writeFileSync(join(folder, name), '');
    if (isOld) utimesSync(join(folder, name), LONG_AGO, LONG_AGO);
  }
  symlinkSync(join(folder, 'request.req'), join(folder, '.cscert-00000000000000ff.tmp'));
}

async function requestInto(place: FaultPlace, folder: string): Promise<readonly string[]> {
  const Output = { given: 'new.req', path: join(folder, 'new.req'), provider: 'FileSystem' };
  const parameters = { Type: ['Default'], KeyAlg: 'ECDH_P256' as const, Output };
  await verbsOver(depsOver(place)).newRequest(parameters, contextIn(place), new RememberingHost());
  return readdirSync(folder);
}

const kept = [...files.flatMap(([name, , goes]) => (goes ? [] : [name])), '.cscert-00000000000000ff.tmp'];

test('temporary files of commands stopped long ago go when their folder is written to; all others stay', async () => {
  using place = makeFaultPlace();
  const folder = join(place.root, 'requests');
  fill(folder);
  assert.deepEqual([...(await requestInto(place, folder))].sort(), [...kept, 'new.req'].sort());
});

test('so do those of a store that was never finished, when the store is made', async () => {
  using place = makeFaultPlace();
  const home = join(place.root, 'home');
  fill(home);
  await requestInto(place, join(place.root, 'requests'));
  assert.deepEqual(
    readdirSync(home)
      .filter((name) => !/^(?:store\.db|key-protection\.key)/.test(name))
      .sort(),
    [...kept].sort(),
  );
});

test('a store that vanished but for its log is damage to those who only look, too', async () => {
  using place = makeFaultPlace();
  await requestInto(place, join(place.root, 'requests'));
  const home = join(place.root, 'home');
  const deps = depsOver(place);
  rmSync(join(home, 'store.db'));
  const { getCertificate } = assignmentVerbsOver(deps);
  await assert.rejects(getCertificate({}, contextIn(place), new RememberingHost()), { code: 'StoreDamaged' });
  await assert.rejects(verbsOver(deps).listRequests({}, contextIn(place), new RememberingHost()), {
    code: 'StoreDamaged',
  });
});
