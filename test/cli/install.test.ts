import assert from 'node:assert/strict';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { REPOSITORY } from '../../tools/setup/repository.mjs';
import { contents } from '../end-to-end/harness/snapshot.ts';
import { type Bench, cscert, succeed } from './cscert.ts';

const root = mkdtempSync(join(tmpdir(), 'cscert-install-'));
after(() => rmSync(root, { recursive: true }));
let benches = 0;

interface InstallBench extends Bench {
  readonly home: string;
  /** Where `C:\Program Files\Common Files` lies. */
  readonly common: string;
  /** A module's manifest below it. */
  readonly lync: string;
  readonly userModules: string;
}

function newBench(): InstallBench {
  const folder = join(root, `b${benches++}`);
  mkdirSync(folder);
  const home = join(folder, 'home');
  const common = join(home, 'drives', 'C', 'Program Files', 'Common Files');
  return {
    folder,
    home,
    common,
    lync: join(common, 'Microsoft Lync Server 2013', 'Modules', 'Lync', 'Lync.psd1'),
    userModules: join(folder, 'data', 'powershell', 'Modules'),
    environment: { CSCERT_HOME: home, XDG_DATA_HOME: join(folder, 'data'), HOME: join(folder, 'user') },
  };
}

const json = async (bench: Bench, ...args: readonly string[]) => JSON.parse(await succeed(bench, ...args));
const skip = process.platform === 'win32' && 'the real drives of Windows are not for tests';

describe('cscert install', { skip }, () => {
  it('puts a manifest under the path of each version of the product', async () => {
    const bench = newBench();
    const { Modules, Made, WindowsVariables } = await json(bench, 'install');
    assert.deepEqual(Modules, [
      'C:\\Program Files\\Common Files\\Microsoft Lync Server 2010\\Modules\\Lync\\Lync.psd1',
      'C:\\Program Files\\Common Files\\Microsoft Lync Server 2013\\Modules\\Lync\\Lync.psd1',
      'C:\\Program Files\\Common Files\\Skype for Business Server 2015\\Modules\\SkypeForBusiness\\SkypeForBusiness.psd1',
      'C:\\Program Files\\Common Files\\Skype for Business Server 2019\\Modules\\SkypeForBusiness\\SkypeForBusiness.psd1',
    ]);
    assert.equal(WindowsVariables, true);
    assert.ok(Made.includes(bench.lync));
    assert.ok(readFileSync(bench.lync, 'utf8').includes(join(REPOSITORY, 'psmodule', 'Lync', 'Lync.psm1')));
    const modes = readdirSync(bench.home, { recursive: true, encoding: 'utf8' }).map((name) => {
      const found = lstatSync(join(bench.home, name));
      return (found.mode & 0o777) === (found.isDirectory() ? 0o700 : 0o600);
    });
    assert.ok(modes.every(Boolean), 'everything in the state folder is this user’s alone');
  });

  it('twice is as once', async () => {
    const bench = newBench();
    await succeed(bench, 'install');
    const before = contents(bench.home);
    const { Made, Replaced, Unchanged } = await json(bench, 'install');
    assert.deepEqual([Made, Replaced, Unchanged.length], [[], [], 4]);
    assert.deepEqual(contents(bench.home), before);
  });

  for (const option of ['--what-if', '-WhatIf']) {
    it(`${option} says the same and makes nothing`, async () => {
      const bench = newBench();
      const promised = await json(bench, 'install', option);
      assert.equal(existsSync(bench.home), false);
      assert.deepEqual(await json(bench, 'install'), promised);
      const before = contents(bench.home);
      const { Removed } = await json(bench, 'uninstall', option);
      assert.ok(Removed.includes(bench.lync));
      assert.deepEqual(contents(bench.home), before);
    });
  }

  it('refuses what somebody else has put there, and makes nothing', async () => {
    const bench = newBench();
    mkdirSync(join(bench.lync, '..'), { recursive: true, mode: 0o700 });
    writeFileSync(bench.lync, '@{}');
    const before = contents(bench.folder);
    const { code, stdout, stderr } = await cscert(bench, 'install');
    assert.deepEqual([code, stdout], [1, '']);
    assert.ok(stderr.includes(`"${bench.lync}" is in the way of the installation`), stderr);
    assert.deepEqual(contents(bench.folder), before);
  });

  it('refuses a file where a folder has to be', async () => {
    const bench = newBench();
    mkdirSync(join(bench.common, '..'), { recursive: true, mode: 0o700 });
    writeFileSync(bench.common, '');
    const { code, stderr } = await cscert(bench, 'install');
    assert.equal(code, 1);
    assert.match(stderr, /is in the way of the installation: a part of the path is not a folder/);
    assert.equal(readFileSync(bench.common, 'utf8'), '');
  });

  for (const verb of ['install', 'uninstall']) {
    it(`refuses a state folder that is none: ${verb}`, async () => {
      const bench = newBench();
      writeFileSync(bench.home, '');
      const { code, stderr } = await cscert(bench, verb);
      assert.equal(code, 1);
      assert.ok(stderr.includes(`"${bench.home}" is not safe to keep private keys and requests in`), stderr);
    });
  }

  it('follows no link out of the drive', async () => {
    const bench = newBench();
    const outside = join(bench.folder, 'outside');
    mkdirSync(outside);
    mkdirSync(join(bench.home, 'drives', 'C'), { recursive: true, mode: 0o700 });
    symlinkSync(outside, join(bench.home, 'drives', 'C', 'Program Files'));
    const { code, stderr } = await cscert(bench, 'install');
    assert.equal(code, 1);
    assert.match(stderr, /leads out of the drive's folder/);
    assert.deepEqual(readdirSync(outside), []);
  });

  it('uses the folders that are there in another case', async () => {
    const bench = newBench();
    const drive = join(bench.home, 'drives', 'C');
    mkdirSync(join(drive, 'program files'), { recursive: true, mode: 0o700 });
    await succeed(bench, 'install');
    assert.deepEqual(
      readdirSync(drive).filter((name) => /^program files$/i.test(name)),
      ['program files'],
    );
  });

  it('a manifest of an earlier installation is brought up to date', async () => {
    const bench = newBench();
    await succeed(bench, 'install');
    const note = join(bench.home, 'installation.json');
    const { createHash } = await import('node:crypto');
    const earlier = '# an earlier one\n';
    const current = readFileSync(bench.lync, 'utf8');
    const digest = (text: string) => createHash('sha256').update(text).digest('hex');
    writeFileSync(bench.lync, earlier);
    writeFileSync(note, readFileSync(note, 'utf8').replaceAll(digest(current), digest(earlier)));
    assert.deepEqual((await json(bench, 'install')).Replaced, [bench.lync]);
    assert.equal(readFileSync(bench.lync, 'utf8'), current);
  });

  it('--user-modules links the modules into the user’s own module folder', async () => {
    const bench = newBench();
    await succeed(bench, 'install', '--user-modules');
    for (const name of ['Lync', 'SkypeForBusiness', 'CsEmulator']) {
      assert.equal(readlinkSync(join(bench.userModules, name)), join(REPOSITORY, 'psmodule', name));
    }
    await succeed(bench, 'uninstall');
    assert.equal(existsSync(join(bench.folder, 'data')), false);
    assert.ok(existsSync(join(REPOSITORY, 'psmodule', 'Lync', 'Lync.psd1')), 'only the links went');
  });

  it('--user-modules leaves a module of the same name alone', async () => {
    const bench = newBench();
    mkdirSync(join(bench.userModules, 'Lync'), { recursive: true });
    const { code, stderr } = await cscert(bench, 'install', '--user-modules');
    assert.equal(code, 1);
    assert.ok(stderr.includes(join(bench.userModules, 'Lync')), stderr);
    assert.equal(existsSync(bench.home), false);
  });
});

describe('cscert uninstall', { skip }, () => {
  it('leaves things as they were before', async () => {
    const bench = newBench();
    mkdirSync(join(bench.home, 'drives', 'C', 'Program Files'), { recursive: true, mode: 0o700 });
    writeFileSync(join(bench.home, 'drives', 'C', 'Program Files', 'mine.txt'), 'x', { mode: 0o600 });
    const before = contents(bench.folder);
    await succeed(bench, 'install', '--user-modules');
    assert.deepEqual((await json(bench, 'uninstall')).Kept, []);
    assert.deepEqual(contents(bench.folder), before);
  });

  it('takes a state folder away that it made', async () => {
    const bench = newBench();
    await succeed(bench, 'install');
    await succeed(bench, 'uninstall');
    assert.deepEqual(readdirSync(bench.folder), []);
  });

  it('does nothing where nothing is installed', async () => {
    const bench = newBench();
    assert.deepEqual(await json(bench, 'uninstall'), { Removed: [], Kept: [] });
  });

  it('leaves a file that was changed, says so, and takes it when it is as it was', async () => {
    const bench = newBench();
    await succeed(bench, 'install');
    const original = readFileSync(bench.lync);
    writeFileSync(bench.lync, '# mine now');
    const { code, stdout, stderr } = await cscert(bench, 'uninstall');
    assert.equal(code, 1);
    assert.deepEqual(JSON.parse(stdout).Kept, [{ Path: bench.lync, Reason: 'it was changed since it was installed' }]);
    assert.ok(stderr.includes(`"${bench.lync}" was left`), stderr);
    assert.equal(readFileSync(bench.lync, 'utf8'), '# mine now');
    assert.deepEqual(await json(bench, 'variables'), {}, 'sessions are as before');
    writeFileSync(bench.lync, original);
    await succeed(bench, 'uninstall');
    assert.deepEqual(readdirSync(bench.folder), []);
  });

  it('leaves folders that hold something else by now', async () => {
    const bench = newBench();
    await succeed(bench, 'install');
    const mine = join(bench.home, 'drives', 'C', 'Windows', 'Temp', 'mine.txt');
    writeFileSync(mine, 'x');
    await succeed(bench, 'uninstall');
    assert.deepEqual(readdirSync(join(bench.home, 'drives', 'C'), { recursive: true, encoding: 'utf8' }).sort(), [
      'Windows',
      'Windows/Temp',
      'Windows/Temp/mine.txt',
    ]);
  });

  it('does not guess from a note that it cannot read', async () => {
    const bench = newBench();
    await succeed(bench, 'install');
    writeFileSync(join(bench.home, 'installation.json'), '{ "files": 1 }');
    const { code, stderr } = await cscert(bench, 'uninstall');
    assert.equal(code, 1);
    assert.match(stderr, /The note of what was installed, .* cannot be read/);
    assert.ok(existsSync(bench.lync));
  });
});

describe('cscert variables', { skip }, () => {
  const with_ = (bench: InstallBench, more: Readonly<Record<string, string>>): Bench => ({
    folder: bench.folder,
    environment: { ...bench.environment, ...more },
  });

  it('are none before an installation, and none after one without them', async () => {
    const bench = newBench();
    assert.deepEqual(await json(bench, 'variables'), {});
    assert.equal(existsSync(bench.home), false);
    await succeed(bench, 'install', '--no-variables');
    assert.deepEqual(await json(bench, 'variables'), {});
  });

  it('are those of Windows, with the names of the computer that is played', async () => {
    const bench = newBench();
    await succeed(bench, 'install');
    const variables = await json(bench, 'variables');
    assert.equal(variables.ProgramFiles, 'C:\\Program Files');
    assert.equal(variables.programfiles, 'C:\\Program Files');
    assert.equal(variables.ComputerName, 'ATL-CS-001');
    assert.equal(variables.USERDNSDOMAIN, 'LITWAREINC.COM');
    assert.equal(variables.USERNAME, userInfo().username);
    assert.equal(variables.TMPDIR, '/tmp');
    const edge = await json(with_(bench, { CSCERT_COMPUTER: 'atl-edge-001' }), 'variables');
    assert.deepEqual([edge.COMPUTERNAME, edge.USERDNSDOMAIN], ['ATL-EDGE-001', 'LITWAREINC.COM']);
  });

  it('a variable that is set keeps its value, and lends it to its other spellings', async () => {
    const bench = newBench();
    await succeed(bench, 'install');
    const variables = await json(with_(bench, { Temp: 'D:\\x', TMPDIR: '/var/tmp' }), 'variables');
    assert.deepEqual(
      [variables.TMPDIR, variables.Temp, variables.TEMP, variables.temp],
      [undefined, undefined, 'D:\\x', 'D:\\x'],
    );
  });

  it('CSCERT_WINDOWS_VARIABLES decides where it is given, and makes the folder for temporary files', async () => {
    const bench = newBench();
    const { TEMP } = await json(with_(bench, { CSCERT_WINDOWS_VARIABLES: '1' }), 'variables');
    assert.ok(existsSync(join(bench.home, 'drives', 'C', ...TEMP.split('\\').slice(1))));
    await succeed(bench, 'install');
    assert.deepEqual(await json(with_(bench, { CSCERT_WINDOWS_VARIABLES: '0' }), 'variables'), {});
  });

  it('a deployment that cannot be read costs its names only', async () => {
    const bench = newBench();
    await succeed(bench, 'install');
    const variables = await json(with_(bench, { CSCERT_DEPLOYMENT: bench.folder }), 'variables');
    assert.deepEqual([variables.COMPUTERNAME, variables.windir], [undefined, 'C:\\Windows']);
  });
});
