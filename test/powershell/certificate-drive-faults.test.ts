import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { sampleCertificate } from '../engine/certificate-file/sample-files.ts';
import { temporaryFolder } from './module-process.ts';
import { type PowerShellOptions, runScript } from './run-powershell.ts';

const SKIP = { skip: process.platform === 'win32' && 'Windows has a drive of its own' };
const NOWHERE = String.raw`Cert:\LocalMachine\My\0000000000000000000000000000000000000000`;

/** An engine that greets, and then does what `answer` does with each call (`id`, `send`). */
function withEngine(answer: string): PowerShellOptions {
  const path = join(temporaryFolder(), 'engine.mjs');
  writeFileSync(
    path,
    `import { writeFileSync } from 'node:fs';
     import { createInterface } from 'node:readline';
     const send = (message) => process.stdout.write(JSON.stringify({ jsonrpc: '2.0', ...message }) + '\\n');
     for await (const line of createInterface({ input: process.stdin })) {
       const { id, method } = JSON.parse(line);
       if (method === 'hello') send({ id, result: { protocol: 1 } }); else { ${answer} }
     }`,
  );
  return { env: { CSCERT_ENGINE: path, CSCERT_NODE: process.execPath } };
}

/** What each statement wrote, and its errors by their ids; `!` stands in front of one that ended the statement. */
async function told(statements: readonly string[], options: PowerShellOptions): Promise<readonly string[]> {
  const { stdout, stderr } = await runScript(
    `Import-Module Lync
     foreach ($statement in ${statements.map((text) => `{ ${text} }`).join(', ')}) {
       try { & $statement 2>&1 | ForEach-Object { if ($_ -is [Management.Automation.ErrorRecord]) { "$($_.FullyQualifiedErrorId): $($_.ErrorDetails.Message)" } else { "$_" } } }
       catch { "! $($_.FullyQualifiedErrorId)" }
     }`,
    options,
  );
  assert.equal(stderr, '');
  return stdout.trim().split('\n');
}

describe('the drive Cert: with a broken engine', SKIP, () => {
  test('none at all: each store that is listed is one error, and places need none', async () => {
    const statements = [
      'Get-ChildItem Cert:\\LocalMachine\\My',
      'Test-Path Cert:\\LocalMachine\\My',
      `Test-Path ${NOWHERE}`,
    ];
    const [listed, place, asked, answer] = await told(statements, { env: { CSCERT_NODE: '/nowhere/node' } });
    assert.match(
      listed ?? '',
      /^NodeNotFound,Microsoft\.PowerShell\.Commands\.GetChildItemCommand: Node\.js was not found/,
    );
    assert.equal(place, 'True');
    assert.match(asked ?? '', /^NodeNotFound,Microsoft\.PowerShell\.Commands\.TestPathCommand/);
    assert.equal(answer, 'False');
  });

  test('one that ends: an error without the prefix of the product, and the next call starts another', async () => {
    const [first, second] = await told(
      Array.from({ length: 2 }, () => 'Get-ChildItem Cert:\\LocalMachine\\My'),
      withEngine('process.exit(7);'),
    );
    assert.match(first ?? '', /^EngineEnded,\S+: The engine ended before the command was complete: .*exit code 7/);
    assert.match(second ?? '', /^EngineEnded,/);
  });

  test('an answer that is no certificate is an error of the protocol', async () => {
    const [line] = await told(
      ['Get-ChildItem Cert:\\LocalMachine\\My'],
      withEngine('send({ id, result: { certificates: [{ store: "My" }], next: null } });'),
    );
    assert.match(line ?? '', /^EngineProtocolError,/);
  });

  test('a certificate that .NET cannot read is an error of its own, and the others of the store still come', async () => {
    const { certificate } = await sampleCertificate();
    const entry = { store: 'My', friendlyName: '', hasPrivateKey: false, exportable: false };
    const certificates = [Buffer.from('nonsense'), Buffer.from(certificate)].map((der, index) => ({
      ...entry,
      entry: index + 1,
      thumbprint: String(index).repeat(40),
      certificate: der.toString('base64'),
    }));
    const lines = await told(
      [
        '(Get-ChildItem Cert:\\LocalMachine\\My).Subject',
        '(Get-ChildItem Cert:\\LocalMachine\\My -ErrorAction Ignore).Count',
      ],
      withEngine(`send({ id, result: ${JSON.stringify({ certificates, next: null })} });`),
    );
    const failure = `The certificate "${'0'.repeat(40)}" in LocalMachine\\My cannot be read. Remove-Item takes it away.`;
    const id = 'CertificateUnreadable,Microsoft.PowerShell.Commands.GetChildItemCommand';
    assert.deepEqual(lines, [`${id}: ${failure}`, 'CN=pool1.litwareinc.com', '1']);
  });

  test('an error of the engine is an error of the item, with its own id', async () => {
    const data = { code: 'StoreBusy', exceptionType: 'System.TimeoutException', category: 'ResourceUnavailable' };
    const error = { code: -32000, message: 'x', data: { ...data, message: 'The store is locked.' } };
    const lines = await told(
      ['Get-ChildItem Cert:\\LocalMachine\\My, Cert:\\, Cert:\\LocalMachine\\Root -Name'],
      withEngine(`send({ id, error: ${JSON.stringify(error)} });`),
    );
    const failure = 'StoreBusy,Microsoft.PowerShell.Commands.GetChildItemCommand: The store is locked.';
    assert.deepEqual(lines, [failure, 'CurrentUser', 'LocalMachine', failure]);
  });

  test('stopping does not wait for an engine that hangs', async () => {
    // Two minutes after its last sign of life the engine would be given up without any stop.
    const asked = join(temporaryFolder(), 'asked');
    const { stdout } = await runScript(
      `$shell = [powershell]::Create().AddScript('Import-Module Lync; Get-ChildItem Cert:\\LocalMachine\\My')
       $null = $shell.BeginInvoke()
       while (-not [IO.File]::Exists('${asked}')) { [Threading.Thread]::Sleep(20) }
       $watch = [Diagnostics.Stopwatch]::StartNew()
       $shell.Stop()
       "$($shell.InvocationStateInfo.State) $($watch.Elapsed.TotalSeconds -lt 60)"`,
      withEngine(`writeFileSync(${JSON.stringify(asked)}, '');`),
    );
    assert.equal(stdout.trim(), 'Stopped True');
  });
});
