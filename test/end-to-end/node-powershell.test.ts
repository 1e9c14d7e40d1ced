import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { InvocationError, PowerShell } from 'node-powershell';
import { powerShellPath } from '../powershell/run-powershell.ts';
import { makePlace } from './harness/place.ts';
import { environment } from './harness/programs.ts';

const CA = String.raw`atl-ca-001.litwareinc.com\myca`;

/** Only fixed text and Base64 reach the shell: the library does not quote what it puts into a line. */
function lineFor(parameters: Readonly<Record<string, unknown>>): string {
  const data = Buffer.from(JSON.stringify(parameters)).toString('base64');
  return `$given = [Text.Encoding]::UTF8.GetString([Convert]::FromBase64String('${data}')) | ConvertFrom-Json; $parameters = @{}; $given.PSObject.Properties | ForEach-Object { $parameters[$_.Name] = $_.Value }; Request-CsCertificate @parameters 6>$null | ConvertTo-Json -Compress`;
}

describe('node-powershell as a client', () => {
  const place = makePlace();
  let shell: PowerShell;

  before(() => {
    // The library reads the name of its program from the environment of the process it runs in.
    process.env['NODE_POWERSHELL'] ??= powerShellPath();
    shell = new PowerShell({
      executableOptions: { '-NoProfile': true, '-NonInteractive': true },
      spawnOptions: { env: environment(place), cwd: place.work },
      invocationTimeout: 600_000,
    });
  });
  after(async () => {
    await shell.dispose();
    place[Symbol.dispose]();
  });

  const invoke = async (line: string) => (await shell.invoke(line)).stdout?.toString().trim() ?? '';

  test('one line after the other is answered, with values that no quoting would survive', async () => {
    const friendlyName = `it's "quoted" $(whoami) \`n; Remove-Item * # ü€`;
    for (const number of [1, 2, 3]) {
      const answer: Record<string, unknown> = JSON.parse(
        await invoke(lineFor({ New: true, Type: ['Default'], CA, FriendlyName: `${friendlyName} ${number}` })),
      );
      assert.equal(answer['Subject'], 'CN=pool1.litwareinc.com');
      assert.equal(answer['Use'], 'Default');
    }
    const request: Record<string, unknown> = JSON.parse(
      await invoke(
        lineFor({ New: true, Type: ['Default'], Output: join(place.work, 'a b.req'), FriendlyName: friendlyName }),
      ),
    );
    assert.equal(request['FriendlyName'], friendlyName);
  });

  test('an error arrives on standard error, once, and the shell serves the next line', async () => {
    await assert.rejects(
      invoke(lineFor({ New: true, Type: ['Default'], CA, Template: 'NoSuchTemplate' })),
      (thrown) => {
        assert.ok(thrown instanceof InvocationError);
        assert.equal(thrown.message.match(/Denied by Policy Module 0x80094800/g)?.length, 1, thrown.message);
        return true;
      },
    );
    assert.match(await invoke('(Request-CsCertificate -List).RequestStatus'), /^Offline$/);
  });

  test('several lines in one call work when the text ends with a line break', async () => {
    assert.equal(
      await invoke('foreach ($number in 1, 2) {\n  (Request-CsCertificate -List).CertificateUses\n}\n'),
      'Default\nDefault',
    );
  });

  test('-WhatIf, and -Confirm where nobody can answer, do not swallow the protocol of the library', async () => {
    assert.match(await invoke(`Request-CsCertificate -New -Type Default -CA '${CA}' -WhatIf`), /^What if: /);
    await assert.rejects(invoke(`Request-CsCertificate -New -Type Default -CA '${CA}' -Confirm`), InvocationError);
    assert.equal(await invoke('1+1'), '2');
  });

  test('no colour and no progress in what the client reads', async () => {
    const text = await invoke(`Request-CsCertificate -New -Type Default -CA '${CA}' -Verbose`);
    assert.ok(!text.includes('\u001b'), JSON.stringify(text));
    assert.match(text, /^VERBOSE: Creating new log file/);
  });
});
