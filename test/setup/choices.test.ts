import assert from 'node:assert/strict';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { KnownVersions } from '../../tools/setup/programs.mjs';
import type { Context } from '../../tools/setup/set-up.mjs';
import { assemblyStep } from '../../tools/setup/steps/assembly.mjs';
import { nodeStep } from '../../tools/setup/steps/node.mjs';
import { powershellStep } from '../../tools/setup/steps/powershell.mjs';

const skip = process.platform === 'win32' && 'the stand-ins are shell scripts';
const VARIABLES = ['PATH', 'CSCERT_NODE', 'CSCERT_POWERSHELL'];

describe('what set-up finds on the machine', { skip }, () => {
  let root = '';
  let context: Context;
  const saved = new Map<string, string | undefined>();

  /** Puts a program on PATH that answers whatever it is asked. */
  const install = (name: string, script: string): string => {
    const path = join(root, 'path', name);
    writeFileSync(path, `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o755);
    return path;
  };

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'cscert-choices-'));
    mkdirSync(join(root, 'path'));
    for (const sources of ['assembly', 'certificate-drive']) {
      mkdirSync(join(root, 'psmodule', sources), { recursive: true });
    }
    for (const name of VARIABLES) {
      saved.set(name, process.env[name]);
      delete process.env[name];
    }
    process.env['PATH'] = join(root, 'path');
    const node = { path: process.execPath, version: process.version };
    context = { root, versions: new KnownVersions(root), node, powershell: { kind: 'host', path: 'none' } };
  });
  afterEach(() => {
    for (const [name, value] of saved) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    rmSync(root, { recursive: true });
  });

  test('a pwsh of 7.4 or later is taken, and written down', () => {
    const path = install('pwsh', 'echo 7.5.1');
    assert.equal(powershellStep.isCurrent(context), true);
    assert.deepEqual(context.powershell, { kind: 'pwsh', path });
    const record = JSON.parse(readFileSync(join(root, '.setup', 'powershell.json'), 'utf8'));
    assert.deepEqual(record, { kind: 'pwsh', path });
  });

  test('a pwsh is asked once for its version, and again when it changes', () => {
    install('pwsh', 'echo asked >> "$0.log"; echo 7.5.1');
    for (let time = 0; time < 3; time++) powershellStep.isCurrent(context);
    assert.equal(readFileSync(join(root, 'path', 'pwsh.log'), 'utf8'), 'asked\n');
    install('pwsh', 'echo 7.3.12');
    assert.equal(powershellStep.isCurrent(context), false);
  });

  for (const [what, script] of [
    ['too old', 'echo 7.3.12'],
    ['broken', 'exit 3'],
    ['a preview of the oldest', 'echo 7.4.0-preview.6'],
  ] as const) {
    test(`a pwsh that is ${what} is passed over`, () => {
      install('pwsh', script);
      assert.equal(powershellStep.isCurrent(context), false);
    });
  }

  test('with neither pwsh nor the .NET SDK, one sentence says what to install', async () => {
    await assert.rejects(powershellStep.perform(context), {
      name: 'SetUpError',
      message:
        'no PowerShell was found: install PowerShell 7.4 or later (pwsh), or the .NET SDK 10, with which a small host for it is built',
    });
  });

  test('an SDK that is too old for the host counts as none', async () => {
    install('dotnet', 'echo "8.0.404 [/usr/share/dotnet/sdk]"');
    await assert.rejects(powershellStep.perform(context), /no PowerShell was found/);
  });

  test('CSCERT_POWERSHELL goes before everything and is not written down', () => {
    install('pwsh', 'echo 7.5.1');
    const path = install('my-pwsh', 'exit 1');
    process.env['CSCERT_POWERSHELL'] = path;
    assert.equal(powershellStep.isCurrent(context), true);
    assert.deepEqual(context.powershell, { kind: 'pwsh', path });
    assert.equal(existsSync(join(root, '.setup', 'powershell.json')), false);
  });

  test('without an SDK, a full pwsh compiles the .NET types', async () => {
    writeFileSync(join(root, 'psmodule', 'assembly', 'One.cs'), 'class One { }');
    writeFileSync(join(root, 'psmodule', 'certificate-drive', 'Two.cs'), 'class Two { }');
    const compile = 'printf "%s\\n" "$CSCERT_BUILD_SOURCES" "$CSCERT_BUILD_REFERENCE" > "$CSCERT_BUILD_OUTPUT"';
    context.powershell = { kind: 'pwsh', path: install('pwsh', compile) };
    assert.equal(assemblyStep.isCurrent(context), false);
    await assemblyStep.perform(context);
    assert.equal(assemblyStep.isCurrent(context), true);
    const output = join(root, 'psmodule', 'Lync', 'bin');
    const read = (...path: string[]) => readFileSync(join(output, ...path), 'utf8').split('\n');
    assert.deepEqual(read('Microsoft.Rtc.Management.dll'), [join(root, 'psmodule', 'assembly', 'One.cs'), '', '']);
    const [source, reference] = read('certificate-drive', 'Microsoft.PowerShell.Security.dll');
    assert.equal(source, join(root, 'psmodule', 'certificate-drive', 'Two.cs'));
    assert.equal(reference, join(root, '.setup', 'assembly', 'Microsoft.Rtc.Management.dll'));
  });

  test('a build that fails shows what it said', async () => {
    context.powershell = { kind: 'pwsh', path: install('pwsh', 'echo "error CS1002: ; expected" >&2; exit 1') };
    await assert.rejects(assemblyStep.perform(context), /failed \(exit code 1\):\nerror CS1002: ; expected$/);
  });

  test('CSCERT_NODE must run and be new enough', () => {
    process.env['CSCERT_NODE'] = install('node20', 'echo v20.20.2');
    assert.throws(() => nodeStep.isCurrent(context), /CSCERT_NODE names .*node20, which is v20\.20\.2; Node 24\.15\.0/);
    process.env['CSCERT_NODE'] = '/nowhere/node';
    assert.throws(() => nodeStep.isCurrent(context), /CSCERT_NODE names \/nowhere\/node, which does not run/);
    const path = install('node26', 'echo v26.10.0');
    process.env['CSCERT_NODE'] = path;
    assert.equal(nodeStep.isCurrent(context), true);
    assert.deepEqual(context.node, { path, version: 'v26.10.0' });
  });
});
