import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { REPOSITORY } from '../../tools/setup/repository.mjs';
import { powerShellPath } from '../powershell/run-powershell.ts';
import { writeDeployment } from './harness/deployments.ts';
import { makePlace } from './harness/place.ts';
import { onlyObject, type ProbedScript, propertyOf, runProbes, sayings } from './harness/probe.ts';
import { MODULES, run, runOpenssl } from './harness/programs.ts';

const NEW = 'Request-CsCertificate -New -Type Default';

/** Paths that -Output and -Report refuse, each with words of the message; `{home}` and `{deployment}` are filled in. */
const REFUSED = [
  ['in the deployment folder', '{deployment}/new.req', 'the deployment folder'],
  ['in a new folder of the deployment folder', '{deployment}/sub/new.req', 'the deployment folder'],
  ['over a document of the deployment', '{deployment}/topology.xml', 'the deployment folder'],
  ['in the state folder', '{home}/new.req', 'the state folder'],
  ['over the store', '{home}/store.db', 'the state folder'],
  ['in the module', `${MODULES}/Lync/new.req`, 'the module folder'],
  ['through a link into the deployment folder', 'link-to-deployment/new.req', 'the deployment folder'],
  ['on a folder', 'a-folder', 'it is a folder'],
  ['on a device', '/dev/null', 'it is not a regular file'],
  ['at the root of this host by a backslash', '\\new.req', 'it begins with a backslash'],
] as const;

/** Without .html or .xml the path of a report gets both endings: the pair lies beside a folder or a device of that name. */
const isReportRefused = (name: string) => name !== 'on a folder' && name !== 'on a device';

describe('-Output', () => {
  const place = makePlace();
  const deployment = writeDeployment(place, {});
  const at = (name: string) => join(place.work, name);
  const filled = (path: string) => path.replace('{home}', place.home).replace('{deployment}', deployment);
  let script: ProbedScript;

  before(async () => {
    mkdirSync(at('a-folder'));
    mkdirSync(at('elsewhere'));
    symlinkSync(deployment, at('link-to-deployment'));
    writeFileSync(at('empty.req'), '');
    writeFileSync(at('precious.txt'), 'my notes');
    writeFileSync(at('forced.txt'), 'my notes');
    const refused = REFUSED.flatMap(([name, path]) => [
      `Probe 'output ${name}' { ${NEW} -Output '${filled(path)}' }`,
      ...(isReportRefused(name)
        ? [`Probe 'report ${name}' { ${NEW} -Output not-written.req -Report '${filled(path)}' }`]
        : []),
    ]);
    script = await runProbes(
      place,
      String.raw`
Probe plain { ${NEW} -Output plain.req }
Probe relative { Set-Location elsewhere; ${NEW} -Output here.req; ${NEW} -Output ..\up.req; Set-Location .. }
Probe folders { ${NEW} -Output made/on/the/way.txt }
Probe drive { ${NEW} -Output C:\Certificates\New.pfx -Verbose }
Probe read { (Get-Content C:\Certificates\New.pfx)[0]; Test-Path C:/Certificates/New.pfx }
Probe 'other case' { ${NEW} -Output c:\CERTIFICATES\new.PFX; @(Get-ChildItem C:\ -Recurse -File).Count }
Probe 'other letter' {
    "$(Test-Path Q:\)"
    $null = ${NEW} -Output Q:\deep\er\new.req
    "$(Test-Path Q:\deep\er\new.req)"
    Set-Location Q:\deep
    $null = ${NEW} -Output beside.req
    Set-Location '${place.work}'
    "$(Test-Path Q:\deep\beside.req)"
}
Probe 'on the drive' {
    $null = New-Item -ItemType Directory C:\deep
    Set-Location C:\deep
    foreach ($path in 'C:here.req', 'beside.req', '..\up.req', '\root.req', '..\..\..\clamped.req', 'D:\a\..\..\clamped.req') {
        (${NEW} -Output $path).Output
    }
    $null = ${NEW} -Output C:\clamped.req -Report \clamped.html
    "$(Test-Path C:\root.req) $(Test-Path C:\clamped.req) $(Test-Path D:\clamped.req) $(Test-Path C:\clamped.html)"
    Set-Location '${place.work}'
    (${NEW} -Output C:rel.req).Output
    "$(Test-Path C:\deep\rel.req)"
}
Probe 'file drive' { $null = New-PSDrive -Name Mine -PSProvider FileSystem -Root '${at('elsewhere')}'; ${NEW} -Output Mine:\there.req }
Probe 'again' { ${NEW} -Output plain.req }
Probe 'over empty' { ${NEW} -Output empty.req }
Probe precious { ${NEW} -Output precious.txt }
Probe forced { ${NEW} -Output forced.txt -Force }
Probe 'same page' { ${NEW} -Output same.html -Report same.html -Force }
Probe 'same log' { ${NEW} -Output ./elsewhere/../same.xml -Report same.html -WhatIf }
Probe 'beside each other' { ${NEW} -Output beside.req -Report beside.html }
Probe environment { ${NEW} -Output Env:\new }
Probe variable { ${NEW} -Output Variable:new }
Probe function { ${NEW} -Output not-written.req -Report Function:\new }
Probe 'unknown drive' { ${NEW} -Output 'NoSuchDrive:\new.req' }
Probe 'before the refused' { @(Request-CsCertificate -List).Count }
${refused.join('\n')}
Probe 'after the refused' { @(Request-CsCertificate -List).Count }
`,
      { env: { CSCERT_DEPLOYMENT: deployment } },
    );
  });
  after(() => place[Symbol.dispose]());

  const contentOf = (file: string) => readFileSync(file, 'latin1');
  const isRequest = (file: string) => contentOf(file).startsWith('-----BEGIN NEW CERTIFICATE REQUEST-----\r\n');

  test('a file in armour with 64 columns and CRLF at the end of each line, which openssl verifies', async () => {
    assert.equal(script.of('plain').failure, null);
    const text = contentOf(at('plain.req'));
    assert.match(
      text,
      /^-----BEGIN NEW CERTIFICATE REQUEST-----\r\n(?:[A-Za-z0-9+/]{64}\r\n)+[A-Za-z0-9+/=]{1,64}\r\n-----END NEW CERTIFICATE REQUEST-----\r\n$/,
    );
    const { exitCode } = await runOpenssl(place, ['req', '-in', at('plain.req'), '-verify', '-noout']);
    assert.equal(exitCode, 0);
  });

  test("a relative path starts at PowerShell's location, with slashes of either kind", () => {
    assert.equal(script.of('relative').failure, null);
    assert.ok(isRequest(at('elsewhere/here.req')));
    assert.ok(isRequest(at('up.req')));
  });

  test('missing folders are made, whatever the extension', () => {
    assert.equal(script.of('folders').failure, null);
    assert.ok(isRequest(at('made/on/the/way.txt')));
  });

  test('a Windows path lands on an emulated drive, and the script reads it back by the same path', () => {
    const file = join(place.home, 'drives', 'C', 'Certificates', 'New.pfx');
    assert.ok(isRequest(file));
    assert.deepEqual(sayings(script.of('read')), ['-----BEGIN NEW CERTIFICATE REQUEST-----', 'True']);
    const said = script.of('drive').records.flatMap((record) => (record.stream === 'verbose' ? [record.text] : []));
    assert.ok(said.includes(`The file "C:\\Certificates\\New.pfx" is "${file}" on this computer.`), said.join('\n'));
    const object = script.of('drive').records.find((record) => record.stream === 'output');
    assert.equal(object === undefined ? undefined : propertyOf(object, 'Output'), 'C:\\Certificates\\New.pfx');
  });

  test('a path in another case finds the file that exists', () => {
    assert.equal(sayings(script.of('other case')).at(-1), '1');
  });

  test('a drive of another letter appears at its first use, and relative paths work on it', () => {
    assert.deepEqual(sayings(script.of('other letter')), ['False', 'True', 'True']);
    assert.deepEqual(readdirSync(join(place.home, 'drives', 'Q', 'deep')).sort(), ['beside.req', 'er']);
  });

  test("a path relative to the drive's current folder lands there, and the object names the whole of it", () => {
    assert.deepEqual(sayings(script.of('on the drive')), [
      'C:\\deep\\here.req',
      'C:\\deep\\beside.req',
      'C:\\up.req',
      'C:\\root.req',
      'C:\\clamped.req',
      'D:\\clamped.req',
      'True True True True',
      'C:\\deep\\rel.req',
      'True',
    ]);
  });

  test("a drive of the script's own is left as it is", () => {
    assert.equal(script.of('file drive').failure, null);
    assert.ok(isRequest(at('elsewhere/there.req')));
  });

  test('what is on an emulated drive is for its owner alone', () => {
    const file = join(place.home, 'drives', 'C', 'Certificates', 'New.pfx');
    assert.equal(statSync(file).mode & 0o777, 0o600);
    assert.equal(statSync(join(place.home, 'drives', 'C', 'Certificates')).mode & 0o777, 0o700);
  });

  test('an earlier request and an empty file are replaced without asking', () => {
    for (const name of ['again', 'over empty']) assert.equal(script.of(name).failure, null, name);
    assert.ok(isRequest(at('empty.req')));
  });

  test('any other file stays as it is, unless -Force says so', () => {
    const { failure } = script.of('precious');
    assert.equal(failure?.exceptionType, 'System.IO.IOException');
    assert.match(failure?.id ?? '', /^OutputFileExists,/);
    assert.equal(contentOf(at('precious.txt')), 'my notes');
    assert.equal(script.of('forced').failure, null);
    assert.ok(isRequest(at('forced.txt')));
  });

  test('the request and the report of one call are different files, or nothing is written', () => {
    for (const name of ['same page', 'same log']) {
      const { failure } = script.of(name);
      assert.equal(failure?.exceptionType, 'System.ArgumentException', name);
      assert.match(failure.id, /^OutputPathRefused,/);
      assert.match(failure.message, /-Output: -Report writes to the same file/);
    }
    assert.deepEqual(
      readdirSync(place.work).filter((name) => name.startsWith('same.')),
      [],
    );
    assert.equal(script.of('beside each other').failure, null);
    assert.ok(isRequest(at('beside.req')));
  });

  for (const [name, parameter, provider] of [
    ['environment', 'Output', 'Environment'],
    ['variable', 'Output', 'Variable'],
    ['function', 'Report', 'Function'],
  ]) {
    test(`the provider ${provider} is not for -${parameter}`, () => {
      const { failure } = script.of(name ?? '');
      assert.equal(failure?.exceptionType, 'System.ArgumentException');
      assert.match(failure?.id ?? '', /^OutputNotFileSystem,/);
      assert.ok(failure?.message.includes(`-${parameter} is on the provider "${provider}"`), failure?.message);
    });
  }

  test("an unknown drive is PowerShell's own error", () => {
    assert.equal(
      script.of('unknown drive').failure?.exceptionType,
      'System.Management.Automation.DriveNotFoundException',
    );
  });

  for (const [name, , words] of REFUSED) {
    test(`no file ${name}`, () => {
      for (const parameter of ['Output', 'Report'] as const) {
        if (parameter === 'Report' && !isReportRefused(name)) continue;
        const { failure } = script.of(`${parameter.toLowerCase()} ${name}`);
        assert.ok(failure !== null, `-${parameter} was taken`);
        assert.equal(failure.exceptionType, 'System.ArgumentException');
        assert.match(failure.id, /^OutputPathRefused,/);
        assert.ok(failure.message.includes(words) && failure.message.includes(`-${parameter}`), failure.message);
      }
    });
  }

  test('a refused path leaves no file, no folder and no request', () => {
    assert.deepEqual(sayings(script.of('before the refused')), sayings(script.of('after the refused')));
    assert.deepEqual(readdirSync(deployment).sort(), ['deployment.json', 'simple-urls.xml', 'topology.xml']);
    assert.ok(!existsSync(at('not-written.req')));
    assert.ok(!existsSync(join(MODULES, 'Lync', 'new.req')));
    assert.ok(!existsSync('/new.req'));
    assert.ok(!existsSync(join(place.root, 'new.req')) && !existsSync(join(place.home, 'new.req')));
  });
});

describe('a PowerShell started by `npm run -s pwsh`', () => {
  const place = makePlace();
  after(() => place[Symbol.dispose]());

  test('has drive C: before anything of the module ran, and shows the request there', async () => {
    const script = String.raw`
"$(Test-Path C:\) $($null -eq (Get-Module Lync))"
$null = New-Item -ItemType Directory C:\Mine
Set-Location C:\Mine
$null = Request-CsCertificate -New -Type Default -Output .\new.req
"$(@(Get-Content C:\Mine\new.req).Count -gt 10) $((Get-Location).Path)"
`;
    const { stdout, stderr, exitCode } = await run(
      process.execPath,
      [join(REPOSITORY, 'bin', 'cs-pwsh.mjs'), '-NoProfile', '-NonInteractive', '-Command', script],
      place,
      { env: { HOME: homedir(), CSCERT_POWERSHELL: powerShellPath() } },
    );
    assert.equal(exitCode, 0, stderr);
    assert.deepEqual(stdout.trim().replace('C:/', 'C:\\').split(/\r?\n/), ['True True', 'True C:\\Mine']);
  });
});

test('the request object of a relative path names the whole path', async () => {
  using place = makePlace();
  const script = await runProbes(place, `Probe it { ${NEW} -Output some.req }`);
  assert.equal(propertyOf(onlyObject(script.of('it')), 'Output'), join(place.work, 'some.req'));
});
