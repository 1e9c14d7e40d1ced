import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { makePlace } from './harness/place.ts';
import { type ProbedScript, runProbes, sayings } from './harness/probe.ts';
import { runPowerShell } from './harness/programs.ts';

const CA = String.raw`atl-ca-001.litwareinc.com\myca`;

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

test('the drives come with the module and go with it', async () => {
  using place = makePlace();
  const count = '"$(@(Get-PSDrive C -ErrorAction SilentlyContinue).Count)"';
  const { stdout } = await runPowerShell(place, [
    '-Command',
    `${count}; Import-Module Lync; ${count}; Import-Module Lync -Force; ${count}; Remove-Module Lync; ${count}; Import-Module SkypeForBusiness; ${count}; Remove-Module SkypeForBusiness; ${count}`,
  ]);
  assert.deepEqual(stdout.trim().split(/\r?\n/), ['0', '1', '1', '0', '1', '0']);
});
