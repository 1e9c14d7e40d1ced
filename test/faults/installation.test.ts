import assert from 'node:assert/strict';
import fs, { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { StateFolder } from '../../src/adapters/files/state-folder.ts';
import { FileInstallation } from '../../src/adapters/installation/file-installation.ts';
import type { InstallationPlan } from '../../src/ports/installation.ts';

const CHANGES = [
  'chmodSync',
  'closeSync',
  'fchmodSync',
  'fsyncSync',
  'mkdirSync',
  'openSync',
  'renameSync',
  'rmSync',
  'rmdirSync',
  'symlinkSync',
  'writeFileSync',
] as const;

const root = mkdtempSync(join(tmpdir(), 'cscert-installation-'));
after(() => rmSync(root, { recursive: true, force: true }));
let places = 0;

/** An account with nothing of ours: `user` has a folder, `home` is not there. */
function newPlace() {
  const place = join(root, `p${places++}`);
  const [home, user] = [join(place, 'home'), join(place, 'user')];
  mkdirSync(user, { recursive: true });
  const locate = (path: string) => join(home, 'drives', path.replace(':', '').replaceAll('\\', '/'));
  const installation = new FileInstallation(new StateFolder(home), locate);
  const modules = String.raw`C:\Program Files\Modules`;
  const plan: InstallationPlan = {
    folders: [String.raw`C:\Users\someone\Temp`],
    files: ['Lync', 'SkypeForBusiness'].map((name) => ({
      path: `${modules}\\${name}\\${name}.psd1`,
      content: `@{ RootModule = '${name}' }`,
    })),
    links: [{ path: join(user, 'Modules', 'Lync'), target: root }],
    windowsVariables: true,
  };
  return { home, user, installation, plan };
}

/** Runs until the given change of the file system, which and after which nothing happens any more: as by kill -9. */
async function stoppedAt(change: number, run: () => Promise<unknown>): Promise<boolean> {
  const before = Object.fromEntries(CHANGES.map((name) => [name, fs[name]]));
  let changes = 0;
  for (const name of CHANGES) {
    const real = fs[name];
    const counted = (...values: unknown[]) => {
      changes += 1;
      if (changes >= change) throw new Error('stopped');
      return Reflect.apply(real, fs, values);
    };
    Object.assign(fs, { [name]: counted });
  }
  syncBuiltinESMExports();
  try {
    await run();
  } catch (error) {
    if (changes < change) throw error;
  } finally {
    Object.assign(fs, before);
    syncBuiltinESMExports();
  }
  return changes >= change;
}

/** What is left of an installation; a stop before or after the note may leave the state folder itself, empty. */
function leftIn({ home, user }: { readonly home: string; readonly user: string }): readonly string[] {
  return [home, user].flatMap((folder) =>
    (existsSync(folder) ? readdirSync(folder, { recursive: true }) : []).map(String),
  );
}

/** Every change of a run that succeeds, one after the other. */
async function atEveryChange(check: (change: number) => Promise<boolean>): Promise<void> {
  let change = 1;
  while (await check(change)) change += 1;
  assert.ok(change > 10, `${change} changes`);
}

test('cscert install stopped at any change of the file system: uninstall leaves nothing', () =>
  atEveryChange(async (change) => {
    const place = newPlace();
    const stopped = await stoppedAt(change, () => place.installation.install(place.plan, false));
    const { kept } = await place.installation.uninstall(false);
    assert.deepEqual([kept, leftIn(place)], [[], []], `stopped at change ${change}`);
    return stopped;
  }));

test('stopped and repeated, it is complete, and uninstall leaves nothing', () =>
  atEveryChange(async (change) => {
    const place = newPlace();
    const stopped = await stoppedAt(change, () => place.installation.install(place.plan, false));
    await place.installation.install(place.plan, false);
    const { made, replaced } = await place.installation.install(place.plan, false);
    assert.deepEqual([made, replaced], [[], []]);
    await place.installation.uninstall(false);
    assert.deepEqual(leftIn(place), [], `stopped at change ${change}`);
    return stopped;
  }));

test('cscert uninstall stopped at any change and repeated leaves nothing', () =>
  atEveryChange(async (change) => {
    const place = newPlace();
    await place.installation.install(place.plan, false);
    const stopped = await stoppedAt(change, () => place.installation.uninstall(false));
    await place.installation.uninstall(false);
    assert.deepEqual(leftIn(place), [], `stopped at change ${change}`);
    return stopped;
  }));
