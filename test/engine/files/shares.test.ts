import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join, sep } from 'node:path';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { createExportFiles } from '../../../src/adapters/files/export-files.ts';
import { isOneOf } from '../../../src/adapters/files/own-names.ts';
import { createRequestFiles } from '../../../src/adapters/files/request-files.ts';
import { resolveUserPath } from '../../../src/adapters/files/user-path.ts';
import { RefusedPath, WindowsDrives } from '../../../src/adapters/files/windows-drives.ts';
import { SHARE_OWNER, SHARE_PATHS } from '../../fixtures/share-paths.ts';
import { type Places, withPlaces } from './temporary-places.ts';

function onShares(use: (drives: WindowsDrives, root: string, places: Places) => void): Promise<void> {
  return withPlaces(async (places) => {
    const root = join(places.state, 'drives');
    use(new WindowsDrives(root, isOneOf([SHARE_OWNER])), root, places);
  });
}

describe('where a path on a share lies', { skip: process.platform === 'win32' }, () => {
  const table = [...SHARE_PATHS, [`\\\\${hostname()}\\c$\\x.req`, 'C', 'x.req'] as const];
  for (const [path, ...below] of table) {
    test(`${path}: ${below.join('/')}`, () =>
      onShares((drives, root) => assert.equal(drives.locate(path), join(root, ...below))));
  }

  test('server, share and names that exist are found in any case', () =>
    onShares((drives, root) => {
      const folder = join(root, 'UNC', 'FS01', 'Certs');
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'Pool1.REQ'), '');
      assert.equal(drives.locate('\\\\fs01\\CERTS\\pool1.req'), join(folder, 'Pool1.REQ'));
    }));

  test('a relative path in the folder of a share stays on the share', () =>
    onShares((drives, root) => {
      const location = join(root, 'UNC', 'fs01', 'certs', 'Sub');
      mkdirSync(location, { recursive: true });
      assert.equal(resolveUserPath('..\\..\\..\\x.req', location, drives), join(root, 'UNC', 'fs01', 'certs', 'x.req'));
      assert.equal(resolveUserPath('\\sub\\x.req', location, drives), join(location, 'x.req'));
    }));

  const refused = [
    '\\\\fs01',
    '\\\\fs01\\',
    '\\\\',
    '\\\\?\\C:\\x',
    '\\\\.\\pipe\\x',
    '\\\\..\\share\\x',
    '\\\\fs01\\..\\x',
    '\\\\a:b\\c\\x',
    '\\\\fs01\\certs',
  ];
  for (const path of refused) {
    test(`${path} is refused`, () => onShares((drives) => assert.throws(() => drives.locate(path), RefusedPath)));
  }

  test('a symbolic link that leads out of the share is refused, whichever folder it is', () =>
    onShares((drives, root, { work }) => {
      const share = join(root, 'UNC', 'fs01', 'certs');
      mkdirSync(share, { recursive: true });
      mkdirSync(join(root, 'UNC', 'fs01', 'other'));
      symlinkSync(work, join(share, 'out'));
      symlinkSync('../other', join(share, 'beside'));
      symlinkSync(work, join(root, 'UNC', 'fs02'));
      symlinkSync(work, join(root, 'UNC', 'fs01', 'linked'));
      for (const path of ['fs01\\certs\\out\\x', 'fs01\\certs\\beside\\x', 'fs02\\certs\\x', 'FS01\\LINKED\\x']) {
        assert.throws(() => drives.locate(`\\\\${path}`), RefusedPath, path);
      }
    }));

  test('whatever a path says, it stays on its share', () =>
    onShares((drives, root) => {
      const name = fc.oneof(fc.constantFrom('..', '.', '', '...', 'a', 'B'), fc.string());
      const separator = fc.constantFrom('\\', '/', '\\..\\', '//');
      fc.assert(
        fc.property(fc.array(fc.tuple(separator, name)), (parts) => {
          const text = `\\\\fs01\\certs${parts.flat().join('')}`;
          try {
            const folder = join(root, 'UNC', 'fs01', 'certs');
            assert.ok(drives.locate(text).startsWith(folder + sep), text);
          } catch (error) {
            assert.ok(error instanceof RefusedPath, String(error));
          }
        }),
      );
    }));
});

describe('files on a share', { skip: process.platform === 'win32' }, () => {
  test('a request is written there, for this user only', () =>
    withPlaces(async ({ rules, work, state }) => {
      const files = createRequestFiles({ ...rules, ownNames: [SHARE_OWNER] });
      const file = await files.reserve({ path: '\\\\fs01\\certs\\new\\x.req', location: work, force: false });
      await file.write('text');
      const path = join(state, 'drives', 'UNC', 'fs01', 'certs', 'new', 'x.req');
      assert.equal(file.path, path);
      assert.equal(readFileSync(path, 'utf8'), 'text');
      assert.deepEqual([statSync(path).mode & 0o777, statSync(join(path, '..')).mode & 0o777], [0o600, 0o700]);
    }));

  test('an export finds the same place', () =>
    withPlaces(async ({ rules, work, state }) => {
      const path = '\\\\atl-cs-001\\c$\\x.pfx';
      const target = { path, location: work, isSecret: true, replaces: 'nothing', makesFolders: false } as const;
      const place = await createExportFiles({ ...rules, ownNames: [SHARE_OWNER] }).write(target, (append) =>
        append('x'),
      );
      assert.equal(place, join(state, 'drives', 'C', 'x.pfx'));
    }));

  test('the folders of servers hold no files', () =>
    withPlaces(async ({ rules, work, state }) => {
      const files = createRequestFiles(rules);
      for (const names of [['x.req'], ['fs01', 'x.req']]) {
        const path = join(state, 'drives', 'UNC', ...names);
        await assert.rejects(files.examine({ path, location: work, force: true }), { code: 'OutputPathRefused' });
      }
    }));
});
