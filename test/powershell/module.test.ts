import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { describeCases, writes } from './cases.ts';
import { runWithStandIn, temporaryFolder } from './module-process.ts';

const MODULES = join(import.meta.dirname, '..', '..', 'psmodule');
const NAMES = ['Lync', 'SkypeForBusiness'];

/** What both modules offer, in alphabetical order. */
const CMDLETS = [
  'Get-CsAdminRole',
  'Get-CsCertificate',
  'Get-CsComputer',
  'Get-CsPool',
  'Get-CsService',
  'Get-CsSimpleUrlConfiguration',
  'Get-CsSipDomain',
  'Get-CsTopology',
  'Import-CsCertificate',
  'Remove-CsCertificate',
  'Request-CsCertificate',
  'Set-CsCertificate',
  'Test-CsCertificateConfiguration',
];

describe('Both module names', () => {
  for (const name of NAMES) {
    test(`${name}: is listed with its cmdlet, for PowerShell 7.4 and later`, async () => {
      const { stdout } = await runWithStandIn(
        `$m = Get-Module -ListAvailable ${name}; '' + $m.PowerShellVersion; $m.CompatiblePSEditions -join ','; ($m.ExportedCommands.Keys | Sort-Object) -join ','; $m.Description.Length -gt 20`,
      );
      assert.deepEqual(stdout.trim().split(/\r?\n/), ['7.4', 'Core', CMDLETS.join(','), 'True']);
    });

    test(`${name}: exports its cmdlets and nothing else, and is silent`, async () => {
      const { stdout, stderr } = await runWithStandIn(
        `$before = (Get-Command).Count; Import-Module ${name}; (Get-Command -Module ${name} | ForEach-Object { '' + $_.CommandType + ' ' + $_.Name } | Sort-Object) -join ','; Get-Command Initialize-CsEmulation -ErrorAction Ignore; (Request-CsCertificate -List).RequestStatus`,
      );
      assert.deepEqual(stdout.trim().split(/\r?\n/), [
        CMDLETS.map((cmdlet) => `Cmdlet ${cmdlet}`).join(','),
        'Offline',
      ]);
      assert.equal(stderr, '');
    });

    test(`${name}: every file of its manifest is there or built`, () => {
      const manifest = readFileSync(join(MODULES, name, `${name}.psd1`), 'utf8');
      const files = [...manifest.matchAll(/'([^']+\.(?:ps1xml|psm1|psd1|xml|txt|dll))'/g)].map(([, file = '']) => file);
      assert.ok(files.length > 3);
      for (const file of files) assert.ok(existsSync(join(MODULES, name, file)), file);
    });
  }
});

describeCases('A script that imports nothing', [
  {
    rule: 'gets the cmdlet by its name alone',
    script: `(Request-CsCertificate -List).RequestStatus; (Get-Command Request-CsCertificate).ModuleName`,
    check: writes('Offline', 'Lync'),
  },
  {
    rule: 'gets it from the module it names',
    script: `(SkypeForBusiness\\Request-CsCertificate -List).RequestStatus; (Get-Module SkypeForBusiness).Name`,
    check: writes('Offline', 'SkypeForBusiness'),
  },
  {
    rule: 'may have both modules; each goes by itself',
    script: `Import-Module Lync, SkypeForBusiness; Remove-Module Lync; (SkypeForBusiness\\Request-CsCertificate -List).RequestStatus; Remove-Module SkypeForBusiness; (Get-Module Lync, SkypeForBusiness).Count`,
    check: writes('Offline', '0'),
  },
]);

/** A module of another maker that offers our cmdlet, in a folder on PSModulePath. */
function folderWith(name: string, manifest: string): string {
  const folder = temporaryFolder();
  mkdirSync(join(folder, name, '2.0'), { recursive: true });
  writeFileSync(join(folder, name, '2.0', `${name}.psd1`), manifest);
  return folder;
}

const OTHER_MODULES: readonly (readonly [string, string, string, boolean])[] = [
  ['the product itself, whatever its manifest says', 'Lync', "@{ ModuleVersion = '2.0' }", true],
  [
    'one that exports the cmdlet',
    'Certificates',
    "@{ ModuleVersion = '2.0'; CmdletsToExport = 'Request-CsCertificate' }",
    true,
  ],
  ['one that exports a sibling', 'Other', "@{ ModuleVersion = '2.0'; CmdletsToExport = 'Set-CsCertificate' }", true],
  ['not a second copy of this project', 'Lync', readFileSync(join(MODULES, 'Lync', 'Lync.psd1'), 'utf8'), false],
  [
    'nor its module that has the name in its description',
    'CsEmulator',
    readFileSync(join(MODULES, 'CsEmulator', 'CsEmulator.psd1'), 'utf8'),
    false,
  ],
  [
    'not one that has other cmdlets',
    'Certificates',
    "@{ ModuleVersion = '2.0'; CmdletsToExport = 'Get-Certificate' }",
    false,
  ],
];

describe('An import warns in one line where another module already offers the cmdlet', () => {
  for (const [rule, name, manifest, isWarned] of OTHER_MODULES) {
    test(rule, async () => {
      const folder = folderWith(name, manifest);
      const { stdout } = await runWithStandIn(
        `$env:PSModulePath += [IO.Path]::PathSeparator + '${folder}'; Import-Module '${join(MODULES, 'Lync', 'Lync.psd1')}' 3>&1 | ForEach-Object { 'warning ' + $_ }`,
      );
      const command = /CmdletsToExport = '(\w+-\w+)'/.exec(manifest)?.[1] ?? 'Request-CsCertificate';
      const expected = `warning ${command} is also offered by the module "${name}" (${join(folder, name)}). This session now uses the emulation, which talks to no real server.`;
      assert.equal(stdout.trim(), isWarned ? expected : '');
    });
  }

  test('one that is loaded from anywhere', async () => {
    const { stdout } = await runWithStandIn(
      `New-Module -Name Mock -ScriptBlock { function Request-CsCertificate { } } | Import-Module; $w = @(Import-Module Lync 3>&1); $w.Count; '' + $w -match 'module "Mock"'`,
    );
    assert.deepEqual(stdout.trim().split(/\r?\n/), ['1', 'True']);
  });
});

describeCases('Objects of the module', [
  { rule: 'are known once it is imported', script: 'Import-Module Lync', check: writes() },
  {
    rule: 'a certificate has exactly the product\u2019s twelve properties, in its order',
    script: `$c = Request-CsCertificate -New -Type Default -Template reference; $c.GetType().FullName; ($c.PSObject.Properties | Where-Object MemberType -eq Property).Name -join ' '; (Get-Member -InputObject $c -MemberType Properties).Name -contains 'EffectiveTime'`,
    check: writes(
      'Microsoft.Rtc.Management.Deployment.CertificateReference',
      'Issuer NotAfter NotBefore SerialNumber Subject AlternativeNames Thumbprint EffectiveDate PreviousThumbprint UpdateTime Use SourceScope',
      'False',
    ),
  },
  {
    rule: 'EffectiveTime, the preview\u2019s name, is EffectiveDate',
    script: `$c = Request-CsCertificate -New -Type Default -Template reference; $c.EffectiveTime -eq $c.EffectiveDate; $null -ne $c.EffectiveDate; $null -eq $c.UpdateTime; $c.PSObject.Properties['EffectiveTime'].MemberType`,
    check: writes('True', 'True', 'True', 'AliasProperty'),
  },
  {
    rule: 'times are local, from UTC on the wire',
    script: `$c = Request-CsCertificate -New -Type Default -Template reference; '' + $c.NotBefore.Kind; $c.NotBefore.ToUniversalTime().ToString('s'); $c.NotAfter -lt '9/1/2040'`,
    check: writes('Local', '2026-01-15T10:20:30', 'True'),
  },
  {
    rule: 'names are an array and never null, also of an object a script makes itself',
    script: `$c = [Microsoft.Rtc.Management.Deployment.CertificateReference]@{ Thumbprint = 'AB'; Subject = 'CN=x'; AlternativeNames = $null }; $c.AlternativeNames.GetType().Name; $c.AlternativeNames.Count; '' + $c`,
    check: writes('String[]', '0', 'CN=x (AB)'),
  },
  {
    rule: 'a request is another type, and its uses can be matched as scripts do',
    script: `$r = Request-CsCertificate -List | Where-Object CertificateUses -match 'WebServicesInternal'; $r.GetType().FullName; $r -is [Microsoft.Rtc.Management.Deployment.CertificateReference]; $r.RequestId.GetType().Name; '' + $r -match '^Offline request \\d+ \\(Default,WebServicesInternal\\)$'; $r.PSObject.Properties.Name -join ' '`,
    check: writes(
      'Microsoft.Rtc.Management.Deployment.CertificateRequest',
      'False',
      'Int32',
      'True',
      'RequestId RequestStatus CertificateUses CA CaRequestId Subject AlternativeNames FriendlyName Output SubmittedWhen UpdatedWhen Requester Disposition NextStep',
    ),
  },
  {
    rule: 'types have one identity in all runspaces',
    script: `1..2 | ForEach-Object -Parallel { Request-CsCertificate -New -Type Default -Template reference } | ForEach-Object { $_ -is [Microsoft.Rtc.Management.Deployment.CertificateReference] }`,
    check: writes('True', 'True'),
  },
]);

describe('Views', () => {
  test('a certificate is a list of its twelve properties, with four names', async () => {
    const { stdout } = await runWithStandIn('Request-CsCertificate -New -Type Default -Template reference', {
      env: { COLUMNS: '200', TZ: 'UTC' },
    });
    const labels = [...stdout.matchAll(/^(\w+) +:/gm)].map(([, label]) => label);
    assert.deepEqual(labels, [
      'Issuer',
      'NotAfter',
      'NotBefore',
      'SerialNumber',
      'Subject',
      'AlternativeNames',
      'Thumbprint',
      'EffectiveDate',
      'PreviousThumbprint',
      'UpdateTime',
      'Use',
      'SourceScope',
    ]);
    assert.match(
      stdout.replaceAll(/\s+/g, ''),
      /\{sip\.contoso\.com,pool\.contoso\.com,fe\.contoso\.com,dialin\.contoso\.com(…|\.\.\.)\}/,
    );
  });

  test('requests are a table, and a list on demand', async () => {
    const { stdout } = await runWithStandIn('Request-CsCertificate -List; Request-CsCertificate -List | Format-List');
    assert.match(stdout, /^ *RequestId RequestStatus CertificateUses +CA *$/m);
    assert.match(stdout, /^NextStep +: \{/m);
  });
});

describeCases('Windows drives off Windows', [
  {
    rule: 'C: to G: are there from the import, private, and hold what the engine is told to write',
    script: `Import-Module Lync; ($ExecutionContext.SessionState.Drive.GetAll().Name | Where-Object { $_.Length -eq 1 -and $_ -ne '/' } | Sort-Object) -join ''; '' + [IO.File]::GetUnixFileMode("$env:CSCERT_HOME/drives/C"); $r = (Request-CsCertificate -New -Type Default -Output c:\\A\\b.req -Report 'D:\\r').NextStep | ConvertFrom-Json; $r.parameters.Output.path -eq "$env:CSCERT_HOME/drives/C/A/b.req"; $r.parameters.Output.driveRoot -eq "$env:CSCERT_HOME/drives/C"; $r.parameters.Output.given; $r.parameters.Report.driveRoot -eq "$env:CSCERT_HOME/drives/D"`,
    check: writes('CDEFG', 'UserExecute, UserWrite, UserRead', 'True', 'True', 'c:\\A\\b.req', 'True'),
  },
  {
    rule: 'another letter is made by its first use in a parameter of ours',
    script: `$null = Request-CsCertificate -List -Report X:\\logs\\a.html; $ExecutionContext.SessionState.Drive.Get('X').Root -eq "$env:CSCERT_HOME/drives/X"`,
    check: writes('True'),
  },
  {
    rule: 'a drive stays one of ours where it was made, though the state folder is another by now',
    script: `$home0 = $env:CSCERT_HOME; $env:CSCERT_HOME = $home0 + '2'; try { $r = (Request-CsCertificate -New -Type Default -Output C:\\x.req).NextStep | ConvertFrom-Json; $r.parameters.Output.driveRoot -eq "$home0/drives/C" } finally { $env:CSCERT_HOME = $home0 }`,
    check: writes('True'),
  },
  {
    rule: 'a drive that exists is never replaced',
    script: `Remove-Module Lync; $f = $ExecutionContext.SessionState.Provider.GetOne('FileSystem'); $null = $ExecutionContext.SessionState.Drive.New([Management.Automation.PSDriveInfo]::new('D', $f, '/', '', $null), 'global'); Import-Module Lync; $ExecutionContext.SessionState.Drive.Get('D').Root; $r = (Request-CsCertificate -New -Type Default -Output D:\\x.req).NextStep | ConvertFrom-Json; $r.parameters.Output.path; $null -eq $r.parameters.Output.driveRoot; Remove-Module Lync; $ExecutionContext.SessionState.Drive.Get('D').Root; $ExecutionContext.SessionState.Drive.Remove('D', $true, 'global')`,
    check: writes('/', '/x.req', 'True', '/'),
  },
  {
    rule: 'they go with the module, and so do the folders that stayed empty',
    script: `Import-Module Lync; [IO.File]::WriteAllText("$env:CSCERT_HOME/drives/F/kept.txt", 'x'); Remove-Module Lync; $ExecutionContext.SessionState.Drive.GetAll().Name -contains 'C'; [IO.Directory]::GetFileSystemEntries("$env:CSCERT_HOME/drives") | ForEach-Object { [IO.Path]::GetFileName($_) }; [IO.Directory]::Delete("$env:CSCERT_HOME", $true)`,
    check: writes('False', 'F'),
  },
]);

/** What the end of a session leaves of a home folder that was empty. */
describe('A session that wrote nothing leaves no folder', () => {
  for (const [rule, script] of [
    ['after an import', 'Import-Module Lync; [IO.Directory]::Exists("$env:HOME/.local/share/cscert/drives/C")'],
    [
      'after -WhatIf',
      `$null = Request-CsCertificate -New -Type Default -Output C:\\a\\b.req -WhatIf; [IO.Directory]::Exists("$env:HOME/.local/share/cscert/drives/C")`,
    ],
    [
      'after a runspace of its own',
      `1..3 | ForEach-Object -Parallel { Import-Module Lync; [IO.Directory]::Exists("$env:HOME/.local/share/cscert/drives/C") } | Select-Object -Unique`,
    ],
  ] as const) {
    test(rule, async () => {
      const home = temporaryFolder();
      const { stdout } = await runWithStandIn(script, {
        env: { HOME: home, XDG_DATA_HOME: undefined, CSCERT_HOME: undefined },
      });
      assert.match(stdout, /^True\s*$/);
      assert.equal(existsSync(join(home, '.local', 'share', 'cscert')), false);
    });
  }

  test('a home that cannot be written to is one warning, and the cmdlet still works', async () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    const { stdout } = await runWithStandIn(
      'Import-Module Lync 3>&1 | ForEach-Object { "warning " + $_ }; (Request-CsCertificate -List).RequestStatus',
      { env: { CSCERT_HOME: join(file, 'home') } },
    );
    const [warning = '', status, ...more] = stdout.trim().split(/\r?\n/);
    assert.ok(
      warning.startsWith(`warning The drive C: cannot be made in "${join(dirname(file), 'file', 'home')}": `),
      stdout,
    );
    assert.equal(status, 'Offline');
    assert.deepEqual(more, []);
  });
});
