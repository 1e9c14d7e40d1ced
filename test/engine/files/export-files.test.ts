import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { createExportFiles } from '../../../src/adapters/files/export-files.ts';
import type { ExportTarget } from '../../../src/ports/export-files.ts';
import { type Places, treeOf, withPlaces } from './temporary-places.ts';

const CERTIFICATE = '-----BEGIN CERTIFICATE-----\r\nMIIB\r\n-----END CERTIFICATE-----\r\n';

/** As the command line exports, but for what `how` says. */
function write({ rules, work }: Places, path: string, how: Partial<ExportTarget> = {}): Promise<string> {
  const usual = { location: work, isSecret: false, replaces: 'an earlier export', makesFolders: true } as const;
  return createExportFiles(rules).write({ path, ...usual, ...how }, (append) => append(CERTIFICATE));
}

const refusal = (path: string, reason: string) => ({
  code: 'ExportNotWritten',
  message: `The file "${path}" cannot be written: ${reason}.`,
});

describe('an export replaces an earlier export', () => {
  const replaced: readonly (readonly [what: string, content: string | Uint8Array])[] = [
    ['nothing', ''],
    ['PEM of a certificate', CERTIFICATE],
    ['DER of a certificate', Uint8Array.of(0x30, 0x82, 1, 0, 0x30, 0x81, 200)],
    ['PKCS #12', Uint8Array.of(0x30, 0x82, 1, 0, 0x02, 1, 3, 0x30)],
    ['the document of a store', '{ "format": 1, "requests": [] }'],
  ];
  for (const [what, content] of replaced) {
    it(what, () =>
      withPlaces(async (places) => {
        const path = join(places.work, 'earlier');
        writeFileSync(path, content);
        assert.equal(await write(places, 'earlier'), path);
        assert.equal(readFileSync(path, 'utf8'), CERTIFICATE);
      }),
    );
  }

  it('behind a symbolic link, which stays one', () =>
    withPlaces(async (places) => {
      const real = join(places.work, 'real.pem');
      writeFileSync(real, '');
      symlinkSync('real.pem', join(places.work, 'link.pem'));
      assert.equal(await write(places, 'link.pem'), real);
      assert.equal(readFileSync(real, 'utf8'), CERTIFICATE);
    }));
});

describe('an export replaces nothing else', () => {
  const kept: readonly (readonly [what: string, content: string | Uint8Array])[] = [
    ['a private key as PEM', '-----BEGIN PRIVATE KEY-----\nMIIB'],
    ['a private key as PKCS #8', Uint8Array.of(0x30, 0x82, 1, 0, 0x02, 1, 0, 0x30)],
    ['a private key of SEC 1', Uint8Array.of(0x30, 0x81, 200, 0x02, 1, 1, 4)],
    ['a database', 'SQLite format 3\0'],
    ['a deployment', '{ "topology": "topology.xml" }'],
    ['a key file', Uint8Array.from({ length: 32 }, (_, index) => index * 7)],
  ];
  for (const [what, content] of kept) {
    it(what, () =>
      withPlaces(async (places) => {
        const path = join(places.work, 'own');
        writeFileSync(path, content);
        const before = readFileSync(path);
        await assert.rejects(write(places, path), refusal(path, 'it exists, and is not an earlier export'));
        assert.deepEqual(readFileSync(path), before);
      }),
    );
  }

  it('a folder', () =>
    withPlaces(async (places) => {
      mkdirSync(join(places.work, 'folder'));
      await assert.rejects(write(places, 'folder'), refusal('folder', 'it is a folder'));
    }));
});

describe('an export by a PKI cmdlet', () => {
  const like = { replaces: 'a writable file', makesFolders: false } as const;

  it('replaces any file, without -Force only one that can be written to', () =>
    withPlaces(async (places) => {
      const path = join(places.work, 'a.cer');
      writeFileSync(path, 'mine');
      await write(places, path, like);
      assert.equal(readFileSync(path, 'utf8'), CERTIFICATE);
      chmodSync(path, 0o444);
      await assert.rejects(write(places, path, like), { code: 'ExportFileReadOnly', category: 'PermissionDenied' });
      await write(places, path, { ...like, replaces: 'any file' });
    }));

  it('leaves a file alone with -NoClobber', () =>
    withPlaces(async (places) => {
      const path = join(places.work, 'a.cer');
      await write(places, path, { ...like, replaces: 'nothing' });
      const again = write(places, path, { ...like, replaces: 'nothing' });
      await assert.rejects(again, { code: 'ExportFileExists', category: 'ResourceExists' });
    }));

  it('makes no folder but those of a share', () =>
    withPlaces(async (places) => {
      const path = join('new', 'a.cer');
      await assert.rejects(write(places, path, like), refusal(path, 'its folder does not exist'));
      const onShare = await write(places, '\\\\fs01\\certs\\new\\a.cer', like);
      assert.equal(onShare, join(places.state, 'drives', 'UNC', 'fs01', 'certs', 'new', 'a.cer'));
      assert.equal(statSync(onShare).mode & 0o777, 0o600);
    }));
});

describe('an export', () => {
  it('makes the folders that are missing', () =>
    withPlaces(async (places) => {
      const path = await write(places, join('new', 'deeper', 'x.pem'));
      assert.equal(path, join(places.work, 'new', 'deeper', 'x.pem'));
      assert.equal(readFileSync(path, 'utf8'), CERTIFICATE);
    }));

  it('with a private key is for this user only, also in place of a file for everybody', () =>
    withPlaces(async (places) => {
      const path = join(places.work, 'x.pfx');
      writeFileSync(path, '', { mode: 0o644 });
      await write(places, path, { isSecret: true });
      assert.equal(statSync(path).mode & 0o777, 0o600);
    }));

  it('does not go into the state folder or where the rules forbid it', () =>
    withPlaces(async (places) => {
      for (const [folder, name] of [
        [places.state, 'the state folder'],
        [places.deployment, 'the deployment folder'],
      ] as const) {
        const path = join(folder, 'x.pem');
        await assert.rejects(write(places, path), refusal(path, `it lies in ${name}`));
      }
    }));

  it('says in words why a place cannot be written to', () =>
    withPlaces(async (places) => {
      writeFileSync(join(places.work, 'occupied'), '');
      const path = join(places.work, 'occupied', 'x.pem');
      await assert.rejects(write(places, path), refusal(path, 'a part of the path is not a folder'));
      assert.deepEqual(treeOf(places.work), ['occupied']);
    }));

  it('whose content fails leaves nothing behind, and the error as it was', () =>
    withPlaces(async (places) => {
      const target = { location: places.work, isSecret: true, replaces: 'any file', makesFolders: true } as const;
      const failing = createExportFiles(places.rules).write({ path: 'new/x', ...target }, async (append) => {
        append('half');
        throw new Error('no more');
      });
      await assert.rejects(failing, { message: 'no more' });
      assert.deepEqual(treeOf(places.work), []);
    }));
});
