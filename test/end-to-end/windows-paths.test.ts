import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { driveFolders } from '../../tools/setup/launch-environment.mjs';
import { REPOSITORY } from '../../tools/setup/repository.mjs';
import { powerShellKind } from '../powershell/run-powershell.ts';
import { makePlace, type Place } from './harness/place.ts';
import { ENGINE, run, runCscert, runPowerShell } from './harness/programs.ts';

const skip = powerShellKind() === 'host' ? false : 'drives before the first import are an addition of our host';

const LYNC = 'C:\\Program Files\\Common Files\\Microsoft Lync Server 2013\\Modules\\Lync\\Lync.psd1';
const SKYPE =
  'C:\\Program Files\\Common Files\\Skype for Business Server 2015\\Modules\\SkypeForBusiness\\SkypeForBusiness.psd1';

/** Lines that load the module, as scripts have them, and the name it is then known by. */
const LOADING: readonly (readonly [line: string, module: string])[] = [
  [`Import-Module '${LYNC}'`, 'Lync'],
  [`Import-Module '${LYNC.replace('2013', '2010')}'`, 'Lync'],
  [`Import-Module '${SKYPE}'`, 'SkypeForBusiness'],
  [`Import-Module '${SKYPE.replace('2015', '2019')}'`, 'SkypeForBusiness'],
  [`import-module '${LYNC.toLowerCase()}'`, 'Lync'],
  [`Import-Module '${LYNC.toUpperCase()}'`, 'Lync'],
  [`Import-Module '${SKYPE.toLowerCase()}'`, 'SkypeForBusiness'],
  [`Import-Module '${LYNC.replaceAll('\\', '/')}'`, 'Lync'],
  [`Import-Module -Name '${LYNC.replace('\\Lync.psd1', '')}'`, 'Lync'],
  [`Import-Module '${LYNC.replace('Lync.psd1', '')}'`, 'Lync'],
  [`Import-Module 'c:\\program files\\common files\\Microsoft Lync Server 2013\\modules\\lync'`, 'Lync'],
  ['Import-Module "$env:CommonProgramFiles\\Microsoft Lync Server 2013\\Modules\\Lync\\Lync.psd1"', 'Lync'],
  ['Import-Module "$env:COMMONPROGRAMFILES\\Microsoft Lync Server 2013\\Modules\\Lync\\Lync.psd1"', 'Lync'],
  ['Import-Module "$env:ProgramFiles\\Common Files\\Microsoft Lync Server 2013\\Modules\\Lync\\Lync.psd1"', 'Lync'],
  ['Import-Module "$($env:programfiles)\\Common Files\\Microsoft Lync Server 2013\\Modules\\Lync"', 'Lync'],
  ['ipmo (Join-Path $env:CommonProgramFiles "Microsoft Lync Server 2013\\Modules\\Lync\\Lync.psd1") -Force', 'Lync'],
  [
    `if (Test-Path '${LYNC}') { Import-Module '${LYNC}' -ErrorAction Stop } else { throw 'Lync is not installed' }`,
    'Lync',
  ],
  [
    `Set-Location 'C:\\Program Files\\Common Files'; Import-Module '.\\microsoft lync server 2013\\modules\\Lync'`,
    'Lync',
  ],
  ['Import-Module Lync', 'Lync'],
  ['Import-Module lync -MinimumVersion 0.1', 'Lync'],
  ['Import-Module SkypeForBusiness', 'SkypeForBusiness'],
  ['Get-Module -ListAvailable Lync | Import-Module', 'Lync'],
  ['if (-not (Get-Module Lync)) { Import-Module Lync }', 'Lync'],
  ['#Requires -Modules Lync', 'Lync'],
  ['# by autoload', 'Lync'],
  [`Import-Module Lync; Import-Module '${LYNC}'`, 'Lync'],
  [`Import-Module '${LYNC}'; Remove-Module Lync; Import-Module '${LYNC}'`, 'Lync'],
];

const NEW = "Request-CsCertificate -New -Type Default -CA 'atl-ca-001.litwareinc.com\\myca'";

/** What a session of the launcher gets. */
async function session(place: Place): Promise<Readonly<Record<string, string>>> {
  const { stdout } = await runCscert(place, ['variables']);
  return { ...JSON.parse(stdout), CSCERT_WINDOWS_VARIABLES: '0', PSHOST_DRIVES: driveFolders(place.home) };
}

describe('after cscert install a script loads the module as on a server', { skip }, () => {
  const place = makePlace();
  let env: Readonly<Record<string, string>>;
  before(async () => {
    await runCscert(place, ['install']);
    env = await session(place);
  });
  after(() => place[Symbol.dispose]());

  for (const [index, [line, module]] of LOADING.entries()) {
    it(line, async () => {
      const file = join(place.work, `load${index}.ps1`);
      writeFileSync(
        file,
        `${line}\n$c = ${NEW} -Confirm:$false\n$c.Thumbprint.Length\n(Get-Command Request-CsCertificate).ModuleName\n`,
      );
      const { stdout, stderr, exitCode } = await runPowerShell(place, ['-File', file], { env });
      assert.deepEqual([stderr, exitCode], ['', 0]);
      assert.deepEqual(stdout.split('\n').slice(-3), ['40', module, '']);
    });
  }

  it('every cmdlet is there that the module has by name', async () => {
    const cmdlets = '(Get-Module $_ | ForEach-Object { $_.ExportedCmdlets.Keys } | Sort-Object) -join ","';
    const script = `'Lync', 'SkypeForBusiness' | ForEach-Object { Import-Module $_; ${cmdlets}; Remove-Module $_ }
Import-Module '${LYNC}', '${SKYPE}'; 'Lync', 'SkypeForBusiness' | ForEach-Object { ${cmdlets} }`;
    const { stdout, stderr } = await runPowerShell(place, ['-Command', script], { env });
    const [lync = '', skype, lyncByPath, skypeByPath] = stdout.split('\n');
    assert.equal(stderr, '');
    assert.match(lync, /Request-CsCertificate/);
    assert.deepEqual([lyncByPath, skypeByPath], [lync, skype]);
  });

  it('help and completion come along', async () => {
    const script = `Import-Module '${LYNC}'; (Get-Help Request-CsCertificate).Name; (Get-Help Request-CsCertificate).Synopsis.Length -gt 40`;
    const { stdout, stderr } = await runPowerShell(place, ['-Command', script], { env });
    assert.deepEqual([stdout, stderr], ['Request-CsCertificate\nTrue\n', '']);
  });

  it('a report goes to the folder that TEMP names, and is found there', async () => {
    const script = `$c = ${NEW} -Report "$env:TEMP\\Default.html"; (Get-ChildItem $env:temp).Name -join ','; Test-Path "$env:LocalAppData\\TEMP\\default.xml"`;
    const { stdout, stderr } = await runPowerShell(place, ['-Command', script], { env });
    assert.equal(stderr, '');
    assert.deepEqual(stdout.split('\n').slice(-3), ['Default.html,Default.xml', 'True', '']);
  });

  it('names of the computer make the FQDN that -ComputerFqdn takes', async () => {
    const script = `$c = ${NEW} -ComputerFqdn "$env:COMPUTERNAME.$env:USERDNSDOMAIN" -Verbose:$false; $c.Subject`;
    const { stdout, stderr } = await runPowerShell(place, ['-Command', script], { env });
    assert.deepEqual([stdout.split('\n').at(-2), stderr], ['CN=pool1.litwareinc.com', '']);
  });

  it('.NET keeps its own temporary folder', async () => {
    const script = '[IO.Path]::GetTempPath(); [IO.Directory]::Exists([IO.Path]::GetTempPath())';
    const { stdout } = await runPowerShell(place, ['-Command', script], { env });
    assert.deepEqual(stdout.split('\n'), [`${place.temp}/`, 'True', '']);
  });
});

describe('paths on shares', { skip }, () => {
  const place = makePlace();
  let env: Readonly<Record<string, string>>;
  before(async () => {
    await runCscert(place, ['install']);
    env = await session(place);
  });
  after(() => place[Symbol.dispose]());
  const says = async (script: string, ...expected: readonly string[]) => {
    const { stdout, stderr } = await runPowerShell(place, ['-Command', script], { env });
    assert.equal(stderr, '');
    assert.deepEqual(stdout.split('\n').slice(-1 - expected.length), [...expected, '']);
  };
  const offline = 'Request-CsCertificate -New -Type Default';

  it('what -Output wrote is found by the cmdlets of the host', () =>
    says(
      `$r = ${offline} -Output '\\\\fs01\\Certs\\New\\pool.req'; (Get-Content \\\\FS01\\certs\\new\\POOL.req)[0]; Test-Path \\\\fs01\\certs\\other.req`,
      '-----BEGIN NEW CERTIFICATE REQUEST-----',
      'False',
    ));

  it('and the other way round: a folder made before is the one that is used', () =>
    says(
      `$null = New-Item '\\\\fs02\\Reports' -ItemType Directory; $r = ${offline} -Output x.req -Report '\\\\FS02\\reports\\run.html'; (Get-ChildItem \\\\fs02\\reports).Name -join ','`,
      'run.html,run.xml',
    ));

  it('the administrative share of this machine is its drive', () =>
    says(
      `$r = ${offline} -Output "\\\\$env:COMPUTERNAME\\c$\\Temp\\a.req"; Copy-Item "\\\\$env:COMPUTERNAME.$env:USERDNSDOMAIN\\C$\\temp\\A.req" C:\\temp\\b.req; (Get-ChildItem c:\\TEMP).Name -join ','`,
      'a.req,b.req',
    ));

  it('a request names the share as it was typed', async () => {
    const script = `(${offline} -Output '\\\\fs03\\c$\\a.req').NextStep`;
    const { stdout } = await runPowerShell(place, ['-Command', script], { env });
    assert.match(stdout, /\\\\fs03\\c\$\\a\.req/);
    assert.ok(existsSync(join(place.home, 'drives', 'UNC', 'fs03', 'c$', 'a.req')));
  });

  it('-WhatIf makes no folder', async () => {
    await says(`${offline} -Output '\\\\fs04\\certs\\a.req' -WhatIf 6>&1 | Out-Null; 'done'`, 'done');
    assert.equal(existsSync(join(place.home, 'drives', 'UNC', 'fs04')), false);
  });

  it('the command line writes to the same place', async () => {
    const { exitCode, stderr } = await runCscert(place, [
      '-New',
      '-Type',
      'Default',
      '-Output',
      '\\\\fs01\\certs\\cli.req',
    ]);
    assert.equal(exitCode, 0, stderr);
    assert.ok(existsSync(join(place.home, 'drives', 'UNC', 'fs01', 'Certs', 'cli.req')));
  });
});

describe('a session without the launcher', () => {
  it('has the variables from the import of the module on, and one engine for both', async () => {
    using place = makePlace();
    await runCscert(place, ['install']);
    const script = [
      'function Get-Child { (Get-ChildItem /proc -Name) -match "^[0-9]+$" | Where-Object { (Get-Content "/proc/$_/stat" -ErrorAction Ignore) -match "\\) . $PID " } }',
      '"[$env:ProgramFiles]"; Import-Module Lync; "[$env:ProgramFiles]"; "$env:ComputerName"; $first = Get-Child',
      `$null = ${NEW} -WhatIf 6>&1; $second = Get-Child`,
      '"$($null -ne $first) $($first -eq $second)"',
    ].join('\n');
    const { stdout, stderr } = await runPowerShell(place, ['-Command', script]);
    const lines = stdout.split('\n');
    assert.equal(stderr, '');
    assert.deepEqual(lines.slice(0, 3), ['[]', '[C:\\Program Files]', 'ATL-CS-001']);
    if (existsSync('/proc/self/stat')) assert.equal(lines.at(-2), 'True True');
  });

  it('has none of them where nothing was installed', async () => {
    using place = makePlace();
    const script = 'Import-Module Lync; "[$env:ProgramFiles$env:COMPUTERNAME$env:windir]"';
    const { stdout, stderr } = await runPowerShell(place, ['-Command', script]);
    assert.deepEqual([stdout, stderr], ['[]\n', '']);
    assert.equal(existsSync(place.home), false);
  });

  it('a broken engine does not hold up the import', async () => {
    using place = makePlace();
    const broken = join(place.root, 'broken.js');
    writeFileSync(broken, 'process.exit(3)');
    const env = { CSCERT_WINDOWS_VARIABLES: '1', CSCERT_ENGINE: broken };
    const { stdout, stderr } = await runPowerShell(place, ['-Command', "Import-Module Lync; 'loaded'"], { env });
    assert.deepEqual([stdout, stderr], ['loaded\n', '']);
  });
});

describe('the launcher', { skip }, () => {
  it('gives its sessions what was installed', async () => {
    using place = makePlace();
    await runCscert(place, ['install']);
    const launcher = join(REPOSITORY, 'bin', 'cs-pwsh.mjs');
    const script = `Import-Module "$env:CommonProgramFiles\\Microsoft Lync Server 2013\\Modules\\Lync\\Lync.psd1"; "$env:windir $env:Temp"; sh -c 'echo $USERDNSDOMAIN'`;
    const ran = await run(process.execPath, [launcher, '-NoProfile', '-Command', script], place, {
      env: { TMPDIR: undefined, CSCERT_NODE: undefined },
    });
    assert.equal(ran.exitCode, 0, ran.stderr);
    assert.match(ran.stdout, /^C:\\Windows C:\\Users\\.+\\AppData\\Local\\Temp\nLITWAREINC\.COM\n$/);
  });
});

describe('the engine', { skip: process.platform === 'win32' }, () => {
  it('is not led astray by a TEMP of Windows', async () => {
    using place = makePlace();
    mkdirSync(place.home, { mode: 0o700 });
    const env = { TEMP: 'C:\\nowhere', TMP: 'C:\\nowhere', TMPDIR: place.temp };
    const { exitCode, stderr } = await run(
      process.execPath,
      [ENGINE, 'cli', '-New', '-Type', 'Default', '-Output', 'x.req'],
      place,
      { env },
    );
    assert.deepEqual([exitCode, existsSync(join(place.work, 'x.req'))], [0, true], stderr);
    assert.ok(readFileSync(join(place.work, 'x.req'), 'utf8').startsWith('-----BEGIN NEW CERTIFICATE REQUEST-----'));
  });
});
