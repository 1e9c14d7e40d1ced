import assert from 'node:assert/strict';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { makePlace } from './harness/place.ts';
import { type ProbedScript, runProbes, sayings, textsOf } from './harness/probe.ts';
import { runPowerShell } from './harness/programs.ts';
import { SCRIPT_CASES } from './script-cases.ts';

const CA = String.raw`atl-ca-001.litwareinc.com\myca`;

describe('scripts as administrators write them', () => {
  const place = makePlace();
  let script: ProbedScript;

  before(async () => {
    const probes = SCRIPT_CASES.map(({ rule, script: text }) => `Probe '${rule.replaceAll("'", "''")}' { ${text} }`);
    script = await runProbes(place, [`$ca = '${CA}'`, ...probes].join('\n'));
  });
  after(() => place[Symbol.dispose]());

  for (const { rule, says } of SCRIPT_CASES) {
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
