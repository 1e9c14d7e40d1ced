import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { makePlace } from './harness/place.ts';
import { type ProbedScript, runProbes, sayings, textsOf } from './harness/probe.ts';
import { runCscert, runPowerShell } from './harness/programs.ts';

const CA = String.raw`atl-ca-001.litwareinc.com\myca`;
const EN_DASH = '\u2013';
const EM_DASH = '\u2014';
const BAR = '\u2015';

interface Case {
  readonly rule: string;
  readonly script: string;
  /** Texts on the success stream. */
  readonly says: readonly string[];
}

/** As administrators write them (domain facts 8.1). Each is its own block; `$ca` is the CA. */
const CASES: readonly Case[] = [
  {
    rule: 'splatting with New = $True and Verbose = $True',
    script: `$request = @{ New = $True; Type = 'Default'; CA = $ca; AllSipDomain = $True; Verbose = $True }
      (Request-CsCertificate @request).Use`,
    says: ['Default'],
  },
  {
    rule: 'an ordered hash table that grows, splatted with further parameters',
    script: `$request = [ordered]@{ New = $True }; $request.Type = @('Default', 'WebServicesInternal'); $request['CA'] = $ca
      (Request-CsCertificate @request -FriendlyName 'Grown' -Confirm:$false).Use`,
    says: ['Default,WebServicesInternal'],
  },
  {
    rule: '-Confirm:$false, which the wizard writes',
    script: '(Request-CsCertificate -New -Type Default -CA $ca -Confirm:$false).Use',
    says: ['Default'],
  },
  {
    rule: 'en dashes, em dashes and horizontal bars, as a web page makes of hyphens',
    script: `(Request-CsCertificate ${EN_DASH}New ${EM_DASH}Type Default ${BAR}CA $ca ${EN_DASH}Confirm:$false).Use`,
    says: ['Default'],
  },
  {
    rule: 'any letter case, of command, parameters and values',
    script: '(request-CSCERTIFICATE -nEW -tYPE webservicesINTERNAL,default -ca $ca.ToUpper() -TEMPLATE webSERVER).Use',
    says: ['WebServicesInternal,Default'],
  },
  {
    rule: 'the dialect of 2010: back ticks, semicolons, no blanks after commas',
    script: `$cert = Request-CsCertificate \`
        -New \`
        -Type Default,WebServicesInternal,WebServicesExternal \`
        -CA $ca \`
        -FriendlyName "Lync $(Get-Date -Format yyyy)" \`
        -KeySize 2048 \`
        -PrivateKeyExportable $true; $cert.Thumbprint.Length`,
    says: ['40'],
  },
  {
    rule: 'an array of types in a variable',
    script: `$types = @('Default', 'WebServicesExternal'); (Request-CsCertificate -New -Type $types -CA $ca).Use`,
    says: ['Default,WebServicesExternal'],
  },
  {
    rule: 'a comma string of types',
    script: `(Request-CsCertificate -New -Type 'Default,WebServicesExternal' -CA $ca).Use`,
    says: ['Default,WebServicesExternal'],
  },
  {
    rule: 'comma strings that PowerShell itself would combine to another type',
    script: `(Request-CsCertificate -New -Type 'WebServicesInternal, WebServicesExternal' -CA $ca).Use
      (Request-CsCertificate -New -Type @('Default', 'WebServicesInternal,WebServicesExternal') -CA $ca).Use
      try { Request-CsCertificate -New -Type 'Default,Nonsense' -CA $ca } catch { $_.FullyQualifiedErrorId }`,
    says: [
      'WebServicesInternal,WebServicesExternal',
      'Default,WebServicesInternal,WebServicesExternal',
      'CannotConvertArgumentNoMessage,Microsoft.Rtc.Management.Deployment.RequestCertificateCmdlet',
    ],
  },
  {
    rule: 'a type twice counts once',
    script: `(Request-CsCertificate -New -Type Default,default -CA $ca).Use`,
    says: ['Default'],
  },
  {
    rule: '$null and empty strings for optional parameters',
    script: `(Request-CsCertificate -New -Type Default -CA $ca -ComputerFqdn $null -GlobalCatalog '' -KeySize $null -KeyAlg $null -City '' -State $null -Country '' -OU '' -Organization $null -DomainName '' -FriendlyName $null -Template '' -Output '' -CaAccount $null -CaPassword '' -ClientEKU $null -PrivateKeyExportable $null -Report $null).Subject`,
    says: ['CN=pool1.litwareinc.com'],
  },
  {
    rule: 'blank text, which a CSV file gives',
    script: `(Request-CsCertificate -New -Type Default -CA $ca -City '  ' -Country ' ' -DomainName ' ').Subject`,
    says: ['CN=pool1.litwareinc.com'],
  },
  {
    rule: 'Invoke-Expression of a line that was put together',
    script: `$line = 'Request-CsCertificate -New -Type {0} -CA "{1}"' -f 'Default', $ca; (Invoke-Expression $line).Use`,
    says: ['Default'],
  },
  {
    rule: 'the call operator, with the name in a variable and with a module in front',
    script: `$name = 'Request-CsCertificate'; (& $name -New -Type Default -CA $ca).Use; (Lync\\Request-CsCertificate -New -Type Default -CA $ca).Use`,
    says: ['Default', 'Default'],
  },
  {
    rule: 'a loop over rows, each with its own friendly name',
    script: `$rows = 'Type,FriendlyName', 'Default,Row one', 'OAuthTokenIssuer,Row two' | ConvertFrom-Csv
      foreach ($row in $rows) { $c = Request-CsCertificate -New -Type $row.Type -CA $ca -FriendlyName $row.FriendlyName; "$($c.Use) $($c.Subject)" }`,
    says: ['Default CN=pool1.litwareinc.com', 'OAuthTokenIssuer CN=litwareinc.com'],
  },
  {
    rule: 'a pipe that stops reading after the first object',
    script: `'Default', 'WebServicesInternal' | ForEach-Object { Request-CsCertificate -New -Type $_ -CA $ca } | Select-Object -First 1 | ForEach-Object { $_.Use }
      (Request-CsCertificate -New -Type Default -CA $ca).Use`,
    says: ['Default', 'Default'],
  },
  {
    rule: '| Out-Null, and -OutVariable',
    script: 'Request-CsCertificate -New -Type Default -CA $ca -OutVariable kept | Out-Null; $kept.Count; $kept[0].Use',
    says: ['1', 'Default'],
  },
  {
    rule: '-ErrorVariable with -ErrorAction of a statement-terminating error',
    script: `try { Request-CsCertificate -New -Type Default -CA 'no\\ca' -ErrorAction SilentlyContinue -ErrorVariable went } catch { 'caught' }
      @($went).Count -ge 1`,
    says: ['caught', 'True'],
  },
  {
    rule: 'tests of the error that scripts of the field make',
    script: `try { Request-CsCertificate -New -Type Default -CA $ca -Template NoSuch }
      catch [Microsoft.Rtc.Management.Common.Certificates.CertificateException] {
        $_.ErrorDetails.Message -replace '^Command execution failed: ', '' -match '^Denied by Policy Module 0x80094800'
        $_.Exception.Message -match 'The request was for a certificate template that is not supported' }`,
    says: ['True', 'True'],
  },
  {
    rule: "the caller's strict mode",
    script:
      'Set-StrictMode -Version Latest; (Request-CsCertificate -New -Type Default -CA $ca).Use; @(Request-CsCertificate -List).Count -ge 0; Set-StrictMode -Off',
    says: ['Default', 'True'],
  },
  {
    rule: "a function's own parameters of the product's types",
    script: `function Get-It { param([Microsoft.Rtc.Management.Deployment.CertType[]] $Type, [Microsoft.Rtc.Management.Deploy.Fqdn] $Fqdn) (Request-CsCertificate -New -Type $Type -ComputerFqdn $Fqdn -CA $ca).Use }
      Get-It -Type default, WebServicesInternal -Fqdn 'atl-cs-001.litwareinc.com'`,
    says: ['Default,WebServicesInternal'],
  },
  {
    rule: 'a class with a property of the object, and a generic list',
    script: `$all = [Collections.Generic.List[object]]::new(); 1..2 | ForEach-Object { $all.Add((Request-CsCertificate -New -Type Default -CA $ca)) }
      ($all | Select-Object -ExpandProperty Thumbprint | Sort-Object -Unique).Count`,
    says: ['2'],
  },
  {
    rule: 'every key algorithm by name',
    script: `'RSA', 'ecdh_p256', 'ECDH_P384', [Microsoft.Rtc.Management.Deployment.X509Certificates.KeyAlgorithmIdentifier]::ECDH_P521 | ForEach-Object { (Request-CsCertificate -New -Type Default -KeyAlg $_ -CA $ca).Use }`,
    says: ['Default', 'Default', 'Default', 'Default'],
  },
  {
    rule: '-AllSipDomain:$false is as good as none',
    script: '(Request-CsCertificate -New -Type WebServicesExternal -AllSipDomain:$false -CA $ca).AlternativeNames[-1]',
    says: ['Lyncdiscover.litwareinc.com'],
  },
  {
    rule: 'two requests at the same second get different friendly names',
    script: `1..3 | ForEach-Object { $null = Request-CsCertificate -New -Type Default -Output "same-$_.req" }; @(Request-CsCertificate -List | Select-Object -ExpandProperty FriendlyName | Sort-Object -Unique).Count -eq @(Request-CsCertificate -List).Count`,
    says: ['True'],
  },
];

describe('scripts as administrators write them', () => {
  const place = makePlace();
  let script: ProbedScript;

  before(async () => {
    const probes = CASES.map(({ rule, script: text }) => `Probe '${rule.replaceAll("'", "''")}' { ${text} }`);
    script = await runProbes(place, [`$ca = '${CA}'`, ...probes].join('\n'));
  });
  after(() => place[Symbol.dispose]());

  for (const { rule, says } of CASES) {
    test(rule, () => {
      const probed = script.of(rule);
      assert.deepEqual([probed.failure, sayings(probed)], [null, says]);
    });
  }

  test('-GlobalCatalog and -GlobalSettingsDomainController are named in a verbose line each', async () => {
    const names = ['GlobalCatalog', 'GlobalSettingsDomainController'];
    using other = makePlace();
    const ran = await runProbes(
      other,
      `Probe it { Request-CsCertificate -New -Type Default -CA '${CA}' ${names.map((name) => `-${name} dc1.litwareinc.com`).join(' ')} -Verbose }`,
    );
    const texts = textsOf(ran.of('it'), 'verbose');
    for (const name of names)
      assert.ok(
        texts.some((text) => text.startsWith(`-${name} is not used`)),
        texts.join('\n'),
      );
  });
});

describe('several requests at once', () => {
  const place = makePlace();
  after(() => place[Symbol.dispose]());

  test('ForEach-Object -Parallel: each gets its own certificate, and the store holds them all', async () => {
    const { stdout, stderr, exitCode } = await runPowerShell(place, [
      '-Command',
      `$all = 1..8 | ForEach-Object -Parallel { Request-CsCertificate -New -Type Default -CA '${CA}' -FriendlyName "Number $_" } -ThrottleLimit 4 6>$null
       "count $(@($all).Count) unique $(@($all.Thumbprint | Sort-Object -Unique).Count) serials $(@($all.SerialNumber | Sort-Object -Unique).Count)"
       @($all | Where-Object { $_ -is [Microsoft.Rtc.Management.Deployment.CertificateReference] }).Count`,
    ]);
    assert.equal(exitCode, 0, stderr);
    assert.deepEqual(stdout.trim().split(/\r?\n/), ['count 8 unique 8 serials 8', '8']);
    const listed: { FriendlyName: string; Store: string; Issuer: string }[] = JSON.parse(
      (await runCscert(place, ['certificate', 'list'])).stdout,
    );
    const mine = listed.filter(({ Store }) => Store === 'My');
    assert.deepEqual(
      mine.map(({ FriendlyName }) => FriendlyName).sort(),
      [1, 2, 3, 4, 5, 6, 7, 8].map((n) => `Number ${n}`),
    );
    assert.equal(listed.filter(({ Store }) => Store === 'Root').length, 1);
  });

  test('two PowerShells and cscert at once on one store', async () => {
    const line = `1..3 | ForEach-Object { $null = Request-CsCertificate -New -Type Default -Output "$PID-$_.req" }`;
    const runs = await Promise.all([
      runPowerShell(place, ['-Command', line]),
      runPowerShell(place, ['-Command', line]),
      runCscert(place, ['-New', '-Type', 'Default', '-Output', 'by-cscert.req']),
    ]);
    assert.deepEqual(
      runs.map(({ exitCode, stderr }) => [exitCode, stderr]),
      [0, 0, 0].map((code) => [code, '']),
    );
    const listed: { RequestId: number }[] = [JSON.parse((await runCscert(place, ['-List'])).stdout)].flat();
    assert.equal(new Set(listed.map(({ RequestId }) => RequestId)).size, 7);
  });
});

describe('the module by its names', () => {
  const place = makePlace();
  let script: ProbedScript;

  before(async () => {
    script = await runProbes(
      place,
      String.raw`
$ca = '${CA}'
Probe autoload { "$(@(Get-Module Lync, SkypeForBusiness).Count)"; (Request-CsCertificate -New -Type Default -CA $ca).Use; @(Get-Module Lync, SkypeForBusiness).Name }
Probe available { (Get-Module -ListAvailable Lync, SkypeForBusiness).Name | Sort-Object }
Probe again { Remove-Module (Get-Module Lync, SkypeForBusiness); Import-Module SkypeForBusiness; (Request-CsCertificate -New -Type Default -CA $ca).Use; (Get-Command Request-CsCertificate).ModuleName }
Probe both { Import-Module Lync; Lync\Request-CsCertificate -List; SkypeForBusiness\Request-CsCertificate -List; 'listed' }
Probe force { Import-Module Lync -Force; (Request-CsCertificate -New -Type Default -CA $ca).Use }
Probe one { Remove-Module SkypeForBusiness; (Request-CsCertificate -New -Type Default -CA $ca).Use }
Probe requires { & ./requires.ps1 }
Probe using { & ./using.ps1 }
Probe kept { "$(@(Request-CsCertificate -List).Count)" }
`,
    );
  });
  writeFileSync(
    join(place.work, 'requires.ps1'),
    '#Requires -Modules Lync\n(Get-Command Request-CsCertificate).Name\n',
  );
  writeFileSync(
    join(place.work, 'using.ps1'),
    'using module Lync\nparam([Microsoft.Rtc.Management.Deployment.CertType] $Type = "default")\n"$Type"\n',
  );
  after(() => place[Symbol.dispose]());

  for (const [rule, probe, says] of [
    ['the first use of the cmdlet loads it', 'autoload', /^0 Default (Lync|SkypeForBusiness)$/],
    ['both names are there to be imported', 'available', /^Lync SkypeForBusiness$/],
    ['Remove-Module, then the other name', 'again', /^Default SkypeForBusiness$/],
    ['both names side by side, with the module in front of the cmdlet', 'both', /^listed$/],
    ['Import-Module -Force in the middle of a session', 'force', /^Default$/],
    ['one of both is removed, the other works on', 'one', /^Default$/],
    ['#Requires -Modules Lync', 'requires', /^Request-CsCertificate$/],
    ["using module Lync, with the product's type as a parameter", 'using', /^Default$/],
  ] as const) {
    test(rule, () => {
      const probed = script.of(probe);
      assert.equal(probed.failure, null);
      assert.match(sayings(probed).join(' '), says);
    });
  }

  test('nothing warns, and nothing is an error, on the way', () => {
    for (const name of ['autoload', 'again', 'both', 'force', 'one', 'requires', 'using']) {
      const { records } = script.of(name);
      assert.deepEqual(
        records.filter(({ stream }) => stream === 'warning' || stream === 'error'),
        [],
        name,
      );
    }
  });
});

test('a script of the field, start to end: certificates, request file, log, summary', async () => {
  using place = makePlace();
  mkdirSync(join(place.work, 'logs'));
  writeFileSync(
    join(place.work, 'Renew.ps1'),
    `[CmdletBinding()] param([Parameter(Mandatory)] [string] $Pool, [string[]] $Extra = @())
$ErrorActionPreference = 'Stop'
Import-Module Lync
$names = (@($Pool) + $Extra) -join ','
$parameters = @{ New = $True; Type = 'Default', 'WebServicesInternal', 'WebServicesExternal'; CA = '${CA}'; DomainName = $names; Report = 'logs/01_Request.html'; PrivateKeyExportable = $True; Confirm = $False }
$certificate = Request-CsCertificate @parameters
if ($certificate.NotAfter -lt (Get-Date).AddDays(45)) { throw 'too short' }
Request-CsCertificate –New –Type OAuthTokenIssuer –Output C:\\Requests\\OAuth.req | Out-Null
[pscustomobject]@{ Thumbprint = $certificate.Thumbprint; Names = $certificate.AlternativeNames.Count; Lines = @(Get-Content C:\\Requests\\OAuth.req).Count } | ConvertTo-Json -Compress
`,
  );
  const { stdout, stderr, exitCode } = await runPowerShell(place, [
    '-File',
    'Renew.ps1',
    '-Pool',
    'sip.litwareinc.com',
    '-Extra',
    'atl-cs-002.litwareinc.com',
  ]);
  assert.equal(exitCode, 0, stderr);
  const summary: Record<string, unknown> = JSON.parse(/^\{.*\}$/m.exec(stdout)?.[0] ?? '{}');
  assert.match(String(summary['Thumbprint']), /^[0-9A-F]{40}$/);
  assert.equal(summary['Names'], 11);
  assert.ok(Number(summary['Lines']) > 10);
  assert.match(readFileSync(join(place.work, 'logs/01_Request.xml'), 'utf8'), /sip\.litwareinc\.com,atl-cs-002/);
});

test('the drives come with the module and go with it', async () => {
  using place = makePlace();
  const count = '"$(@(Get-PSDrive C -ErrorAction SilentlyContinue).Count)"';
  const { stdout } = await runPowerShell(place, [
    '-Command',
    `${count}; Import-Module Lync; ${count}; Import-Module Lync -Force; ${count}; Remove-Module Lync; ${count}; Import-Module SkypeForBusiness; ${count}; Remove-Module SkypeForBusiness; ${count}`,
  ]);
  assert.deepEqual(stdout.trim().split(/\r?\n/), ['0', '1', '1', '0', '1', '0']);
});
