import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { compareWithBook } from './harness/compare.ts';
import { makeFaultPlace } from './harness/places.ts';
import { runVerbs, type VerbsRun } from './harness/run-verbs.ts';
import { bundleVerbProcess } from './harness/verb-bundle.ts';
import type { VerbCall, VerbLine, VerbOrder } from './harness/verb-call.ts';

const place = makeFaultPlace();
after(() => place[Symbol.dispose]());
const bundle = await bundleVerbProcess(place.root);
const temporaryFolder = join(place.root, 'temporary');
mkdirSync(temporaryFolder);

const issue: VerbCall = { verb: 'new', template: 'WebServer' };
const submit: VerbCall = { verb: 'new', template: 'approval' };
const ending: readonly VerbCall[] = [{ verb: 'list' }, { verb: 'retrieve' }, { verb: 'check' }];

function run(home: string, calls: readonly VerbCall[], more: Partial<VerbOrder> = {}): Promise<VerbsRun> {
  return runVerbs(bundle, { home, temporaryFolder, deployment: place.deployment, calls, ...more });
}

function errorsOf({ lines }: VerbsRun): readonly string[] {
  return lines.flatMap((line) => (line.said === 'error' ? [line.code] : []));
}

function assertSound(home: string, submissions: number, acknowledged: readonly VerbLine[]): void {
  const damage = compareWithBook(join(home, 'store.db'), { submissions, cleared: false, acknowledged });
  assert.deepEqual(damage, { lost: [], twice: [], keyless: [], unsound: [] });
}

const MANY = Array.from({ length: 40 }, () => issue);

/** Runs into the limit, and then without one: what was acknowledged is there, what was not is not half there. */
async function fillAndRecover(home: string, limited: () => Promise<VerbsRun>, freed: () => Promise<VerbsRun>) {
  const first = await limited();
  const errors = errorsOf(first);
  assert.ok(errors.length > 0, 'the disk never became full');
  assert.ok(
    first.lines.some(({ said }) => said === 'certificate'),
    'the disk was full from the start',
  );
  const rest = await freed();
  assert.equal(rest.code, 0, rest.stderr);
  assert.deepEqual(
    rest.lines.filter(({ said }) => said === 'finding'),
    [],
  );
  assert.deepEqual(
    errorsOf(rest).filter((code) => code !== 'RequestNeverArrived'),
    [],
  );
  assertSound(home, MANY.length + 1, [...first.lines, ...rest.lines]);
  return errors;
}

test('files that may not grow are an error that is told; nothing acknowledged is lost, and the store goes on', async () => {
  const home = join(place.root, 'limited');
  await run(home, [issue]);
  const errors = await fillAndRecover(
    home,
    () => run(home, MANY, { fileLimit: 600 }),
    () => run(home, ending),
  );
  for (const code of errors) assert.match(code, /^(?:StoreFull|StoreFailed|LogFileNotWritten)$/);
});

test('a full disk is told as such; nothing acknowledged is lost, and the store goes on when there is room', async (t) => {
  using disk = mountSmallDisk('full', '700k');
  if (disk === undefined) return t.skip('this account may not mount a file system');
  const home = join(disk.path, 'home');
  await run(home, [issue]);
  const errors = await fillAndRecover(
    home,
    () => run(home, MANY),
    () => {
      execFileSync('mount', ['-o', 'remount,size=20m', disk.path]);
      return run(home, ending);
    },
  );
  for (const code of errors) assert.equal(code, 'StoreFull');
});

test('a disk that can only be read is told as such; nothing changes', async (t) => {
  using disk = mountSmallDisk('read-only', '8m');
  if (disk === undefined) return t.skip('this account may not mount a file system');
  const home = join(disk.path, 'home');
  const before = await run(home, [submit]);
  execFileSync('mount', ['-o', 'remount,ro', disk.path]);
  const refused = await run(home, [issue, { verb: 'clear' }, { verb: 'retrieve' }]);
  assert.equal(refused.code, 0, refused.stderr);
  const errors = errorsOf(refused);
  assert.equal(errors.length, 3);
  for (const code of errors) assert.match(code, /^(?:StoreNotWritable|StateFolderUnusable)$/);
  execFileSync('mount', ['-o', 'remount,rw', disk.path]);
  assert.deepEqual(errorsOf(await run(home, ending)), []);
  assertSound(home, 1, before.lines);
});

test('no disk for a first store: one error, and no store', async (t) => {
  using disk = mountSmallDisk('empty', '8m');
  if (disk === undefined) return t.skip('this account may not mount a file system');
  execFileSync('mount', ['-o', 'remount,ro', disk.path]);
  const refused = await run(join(disk.path, 'home'), [issue]);
  assert.deepEqual(errorsOf(refused), ['StateFolderUnusable']);
});

const DAY = 24 * 60 * 60 * 1000;

test('a clock that is set back a day: a certificate of tomorrow is kept with its key until its time has come', async () => {
  const home = join(place.root, 'clock');
  const first = await run(home, [issue, submit, { verb: 'approve', number: 2 }]);
  const yesterday = await run(home, [{ verb: 'list' }, { verb: 'retrieve' }, { verb: 'check' }], { clockOffset: -DAY });
  assert.deepEqual(errorsOf(yesterday), ['IssuedCertificateRefused']);
  const today = await run(home, ending);
  assert.deepEqual(errorsOf(today), []);
  assertSound(home, 2, [...first.lines, ...yesterday.lines, ...today.lines]);
  assert.ok(today.lines.some(({ said }) => said === 'certificate'));
});

test('a command that was stopped before the clock was set back is recovered all the same', async () => {
  const home = join(place.root, 'clock-after-crash');
  await run(home, [issue]);
  // Somewhere in the middle of the second -New: the CA has it, the answer is not recorded.
  for (const step of [10, 14, 18, 22]) await run(home, [submit], { end: { step, side: 'after' } });
  const yesterday = await run(home, ending, { clockOffset: -DAY });
  assert.equal(yesterday.code, 0, yesterday.stderr);
  assert.deepEqual(
    errorsOf(yesterday).filter((code) => code !== 'RequestNeverArrived'),
    [],
  );
  assertSound(home, 5, yesterday.lines);
});

/** A file system in memory of its own; undefined where mounting is not allowed. */
function mountSmallDisk(name: string, size: string): ({ readonly path: string } & Disposable) | undefined {
  const path = join(place.root, name);
  mkdirSync(path);
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size},mode=0700`, 'tmpfs', path]);
  if (mounted.status !== 0) return undefined;
  return { path, [Symbol.dispose]: () => void execFileSync('umount', ['-l', path]) };
}
