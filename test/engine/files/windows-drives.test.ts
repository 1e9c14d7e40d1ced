import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { resolveUserPath } from '../../../src/adapters/files/user-path.ts';
import { RefusedPath, WindowsDrives } from '../../../src/adapters/files/windows-drives.ts';
import { isWindowsPath, parseWindowsPath } from '../../../src/adapters/files/windows-path.ts';
import { type Places, treeOf, withPlaces } from './temporary-places.ts';

const never = () => false;

const parsed: readonly (readonly [string, string, readonly string[]])[] = [
  ['C:\\Temp\\x.req', 'C', ['Temp', 'x.req']],
  ['c:/Temp/x.req', 'C', ['Temp', 'x.req']],
  ['D:\\a/b\\c', 'D', ['a', 'b', 'c']],
  ['C:x.req', 'C', ['x.req']],
  ['C:\\', 'C', []],
  ['C:', 'C', []],
  ['C:\\\\a\\.\\b\\', 'C', ['a', 'b']],
  ['C:\\a\\..\\b', 'C', ['b']],
  ['C:\\..\\..\\x', 'C', ['x']],
  ['C:\\a b\\Ünïcode', 'C', ['a b', 'Ünïcode']],
];
for (const [text, drive, names] of parsed) {
  test(`${text} is on drive ${drive}: ${names.join(', ') || 'its root'}`, () => {
    assert.ok(isWindowsPath(text));
    assert.deepEqual(parseWindowsPath(text, never), { volume: [drive], names });
  });
}

const forbidden = ['C:\\a<b', 'C:\\a|b', 'C:\\x.req:stream', 'C:\\*.req', 'C:\\a"b', 'C:\\a\u0007b', 'C:\\C:\\x'];
for (const text of forbidden) {
  test(`${JSON.stringify(text)} has a name that Windows does not allow`, () => {
    assert.ok('problem' in parseWindowsPath(text, never));
  });
}

for (const text of ['/tmp/x', 'x.req', '.\\x', '//server/share', '\\x', ':\\x', '1:\\x', '']) {
  test(`"${text}" is no path on a drive or share`, () => assert.equal(isWindowsPath(text), false));
}

function onDrives(use: (drives: WindowsDrives, root: string, places: Places) => void): Promise<void> {
  return withPlaces(async (places) => {
    const root = join(places.state, 'drives');
    use(new WindowsDrives(root), root, places);
  });
}

test('a path on a drive lies below drives/<letter>; nothing is made by looking', () =>
  onDrives((drives, root, { state }) => {
    assert.equal(drives.locate('c:\\Temp\\x.req'), join(root, 'C', 'Temp', 'x.req'));
    assert.deepEqual(treeOf(state), []);
  }));

test('names that exist are found in any case, as far as they exist', () =>
  onDrives((drives, root) => {
    mkdirSync(join(root, 'C', 'Program Files', 'Certs'), { recursive: true });
    writeFileSync(join(root, 'C', 'Program Files', 'Certs', 'Pool1.REQ'), '');
    const folder = join(root, 'C', 'Program Files', 'Certs');
    assert.equal(drives.locate('C:\\PROGRAM FILES\\certs\\pool1.req'), join(folder, 'Pool1.REQ'));
    assert.equal(drives.locate('C:\\program files\\CERTS\\New\\File.req'), join(folder, 'New', 'File.req'));
  }));

test('a name in its exact case comes before one that differs in case', () =>
  onDrives((drives, root) => {
    mkdirSync(join(root, 'C'), { recursive: true });
    for (const name of ['X.req', 'x.req', 'x.REQ']) writeFileSync(join(root, 'C', name), '');
    assert.equal(drives.locate('C:\\x.req'), join(root, 'C', 'x.req'));
    assert.equal(drives.locate('C:\\X.Req'), join(root, 'C', 'X.req'));
  }));

test('a symbolic link on the drive is followed, one that leads out of it is refused', () =>
  onDrives((drives, root, { work }) => {
    mkdirSync(join(root, 'C', 'Real'), { recursive: true });
    mkdirSync(join(root, 'D'));
    symlinkSync('Real', join(root, 'C', 'Inside'));
    assert.equal(drives.locate('C:\\inside\\x'), join(root, 'C', 'Real', 'x'));
    const escapes = { Out: work, Up: '..', Other: join(root, 'D'), Nothing: 'nowhere' };
    for (const [name, target] of Object.entries(escapes)) {
      symlinkSync(target, join(root, 'C', name));
      assert.throws(() => drives.locate(`C:\\${name.toLowerCase()}\\x`), RefusedPath, name);
      assert.throws(() => drives.locate(`C:\\${name}`), RefusedPath, name);
    }
  }));

test('a drive that is itself a link out of the drives is refused', () =>
  onDrives((drives, root, { work }) => {
    mkdirSync(root);
    symlinkSync(work, join(root, 'C'));
    assert.throws(() => drives.locate('C:\\x'), RefusedPath);
  }));

test('whatever a path says, it stays below its drive', () =>
  onDrives((drives, root) => {
    const name = fc.oneof(fc.constantFrom('..', '.', '', '...', '.. ', 'a', 'B'), fc.string());
    const separator = fc.constantFrom('\\', '/', '\\..\\', '//');
    fc.assert(
      fc.property(fc.constantFrom('C:', 'c:\\', 'z:/'), fc.array(fc.tuple(separator, name)), (drive, parts) => {
        const text = drive + parts.flat().join('');
        try {
          const path = drives.locate(text);
          const folder = join(root, text.slice(0, 1).toUpperCase());
          assert.ok(path === folder || path.startsWith(folder + sep), `${text} → ${path}`);
        } catch (error) {
          assert.ok(error instanceof RefusedPath, String(error));
        }
      }),
    );
  }));

test("a relative path in a drive's folder follows the drive's rules too", () =>
  onDrives((drives, root) => {
    mkdirSync(join(root, 'C', 'Temp'), { recursive: true });
    const location = join(root, 'C', 'Temp');
    writeFileSync(join(location, 'Old.req'), '');
    assert.equal(resolveUserPath('old.REQ', location, drives), join(location, 'Old.req'));
    assert.equal(resolveUserPath('..\\temp\\x', location, drives), join(location, 'x'));
    assert.equal(resolveUserPath(join(root, 'C', 'TEMP', 'x'), location, drives), join(location, 'x'));
  }));

test("in a drive's folder a path never leaves the drive, and a leading backslash is the drive's root", () =>
  onDrives((drives, root) => {
    const location = join(root, 'C', 'Temp', 'Sub');
    for (const path of ['..\\..\\..\\x', '../../../../x', 'a\\..\\..\\..\\..\\x', '\\x', '\\..\\x']) {
      assert.equal(resolveUserPath(path, location, drives), join(root, 'C', 'x'), path);
    }
    assert.equal(resolveUserPath('/srv/x', location, drives), '/srv/x');
  }));

test('elsewhere a leading backslash is refused: it would be the root of this host', () =>
  onDrives((drives, _root, { work }) => {
    for (const path of ['\\x.req', '\\srv\\x.req']) {
      assert.throws(() => resolveUserPath(path, work, drives), {
        message: 'it begins with a backslash, the root of a drive, and the current location is on no Windows drive',
      });
    }
  }));

test('a path of this host is taken as it is', () =>
  onDrives((drives, _root, { work }) => {
    assert.equal(resolveUserPath('/srv/X.req', work, drives), '/srv/X.req');
    assert.equal(resolveUserPath('../x', work, drives), join(work, '..', 'x'));
  }));
