import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { writeExportedFile } from '../../src/cli/exported-file.ts';

const CERTIFICATE = '-----BEGIN CERTIFICATE-----\r\nMIIB\r\n-----END CERTIFICATE-----\r\n';
let folder: string;
before(() => {
  folder = mkdtempSync(join(tmpdir(), 'cscert-export-'));
});
after(() => rmSync(folder, { recursive: true }));

describe('an export replaces an earlier export', () => {
  const replaced: readonly (readonly [what: string, content: string | Uint8Array])[] = [
    ['nothing', ''],
    ['PEM of a certificate', CERTIFICATE],
    ['DER of a certificate', Uint8Array.of(0x30, 0x82, 1, 0, 0x30, 0x81, 200)],
    ['PKCS #12', Uint8Array.of(0x30, 0x82, 1, 0, 0x02, 1, 3, 0x30)],
    ['the document of a store', '{ "format": 1, "requests": [] }'],
  ];
  for (const [what, content] of replaced) {
    it(what, async () => {
      const path = join(folder, 'earlier');
      writeFileSync(path, content);
      await writeExportedFile(path, CERTIFICATE, false);
      assert.equal(readFileSync(path, 'utf8'), CERTIFICATE);
    });
  }

  it('behind a symbolic link, which stays one', async () => {
    writeFileSync(join(folder, 'real.pem'), '');
    symlinkSync('real.pem', join(folder, 'link.pem'));
    await writeExportedFile(join(folder, 'link.pem'), CERTIFICATE, false);
    assert.equal(readFileSync(join(folder, 'real.pem'), 'utf8'), CERTIFICATE);
  });
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
    it(what, async () => {
      const path = join(folder, 'own');
      writeFileSync(path, content);
      const before = readFileSync(path);
      await assert.rejects(writeExportedFile(path, CERTIFICATE, false), {
        code: 'ExportNotWritten',
        message: `The file "${path}" cannot be written: it exists, and is not an earlier export.`,
      });
      assert.deepEqual(readFileSync(path), before);
    });
  }

  it('a folder', async () => {
    const path = join(folder, 'folder');
    mkdirSync(path);
    await assert.rejects(writeExportedFile(path, CERTIFICATE, false), /it is not a regular file/);
  });

  it('makes the folders that are missing', async () => {
    const path = join(folder, 'new', 'deeper', 'x.pem');
    await writeExportedFile(path, CERTIFICATE, false);
    assert.equal(readFileSync(path, 'utf8'), CERTIFICATE);
  });

  it('and says in words why a place cannot be written to', async () => {
    writeFileSync(join(folder, 'occupied'), '');
    const path = join(folder, 'occupied', 'x.pem');
    await assert.rejects(writeExportedFile(path, CERTIFICATE, false), {
      message: `The file "${path}" cannot be written: not a directory.`,
    });
    assert.deepEqual(
      readdirSync(folder).filter((name) => name.endsWith('.tmp')),
      [],
    );
  });
});
