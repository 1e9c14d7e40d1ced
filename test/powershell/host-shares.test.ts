import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { driveFolders } from '../../tools/setup/launch-environment.mjs';
import { SHARE_OWNER, SHARE_PATHS } from '../fixtures/share-paths.ts';
import { powerShellKind, runScript } from './run-powershell.ts';

const skip = powerShellKind() === 'host' ? false : 'shares in its own cmdlets are an addition of our host';

/** Makes each file with a cmdlet of the host, says where it is, and removes it again. */
const SCRIPT = `foreach ($path in @(${SHARE_PATHS.map(([path]) => `'${path}'`).join(', ')})) {
  [Console]::WriteLine((New-Item -ItemType File -Force -Path $path).FullName)
  Remove-Item -LiteralPath $path
}`;

describe("the console host's own cmdlets find a share where the engine finds it", { skip }, () => {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'cscert-shares-')));
  let places: readonly string[];
  before(async () => {
    const [name = '', ...domain] = SHARE_OWNER.toUpperCase().split('.');
    const env = { PSHOST_DRIVES: driveFolders(home), COMPUTERNAME: name, USERDNSDOMAIN: domain.join('.') };
    const { stdout, stderr } = await runScript(SCRIPT, { env });
    assert.equal(stderr, '');
    places = stdout.trimEnd().split('\n');
  });
  after(() => rmSync(home, { recursive: true, force: true }));

  it('and takes no dots for the name of a server or a share', async () => {
    mkdirSync(join(home, 'drives', 'UNC'), { recursive: true });
    for (const folder of ['.', 'drives', join('drives', 'UNC')]) writeFileSync(join(home, folder, 'own.txt'), '');
    const script = `Test-Path '\\\\..\\own.txt', '\\\\..\\..\\own.txt', '\\\\fs01\\..\\own.txt', '\\\\...\\..\\own.txt'`;
    const { stdout } = await runScript(script, { env: { PSHOST_DRIVES: driveFolders(home) } });
    assert.deepEqual(stdout.trimEnd().split('\n'), ['False', 'False', 'False', 'False']);
  });

  for (const [index, [path, ...below]] of SHARE_PATHS.entries()) {
    it(`${path}: ${below.join('/')}`, () => assert.equal(places[index], join(home, 'drives', ...below)));
  }
});
