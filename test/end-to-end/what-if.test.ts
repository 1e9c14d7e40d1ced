import assert from 'node:assert/strict';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { SAMPLES, writeDeployment } from './harness/deployments.ts';
import { makePlace, type Place } from './harness/place.ts';
import { type ProbedScript, runProbes, textsOf } from './harness/probe.ts';
import { MODULES, runCscert, runPowerShell } from './harness/programs.ts';
import { contents, snapshot } from './harness/snapshot.ts';

const CA = String.raw`atl-ca-001.litwareinc.com\myca`;
const ONLINE = `Request-CsCertificate -New -Type Default,WebServicesInternal,WebServicesExternal -CA '${CA}'`;
const OFFLINE = String.raw`Request-CsCertificate -New -Type Default -Output C:\new\folder\new.req`;

/** The ways in which -WhatIf reaches the cmdlet; each has to keep all of them from writing. */
const WAYS: Readonly<Record<string, string>> = {
  'a parameter': `${ONLINE} -WhatIf; ${OFFLINE} -WhatIf`,
  'its alias': `${ONLINE} -wi`,
  'a preference variable of the script': `$WhatIfPreference = $true; ${ONLINE}; ${OFFLINE}`,
  'a script run with &': "& './inner.ps1' -WhatIf",
  'a dot-sourced script': ". './inner.ps1' -WhatIf",
  'a function': 'Request-Everything -WhatIf',
  'a function in a function':
    'function Outer { [CmdletBinding(SupportsShouldProcess)] param() Request-Everything }; Outer -WhatIf',
  'a preference in a block': `& { $WhatIfPreference = $true; ${ONLINE} }`,
  'default parameter values': `$PSDefaultParameterValues = @{ 'Request-CsCertificate:WhatIf' = $true }; ${ONLINE}; $PSDefaultParameterValues = @{}`,
  splatting: `$parameters = @{ New = $true; Type = 'Default'; CA = '${CA}'; WhatIf = $true }; Request-CsCertificate @parameters`,
};

const FUNCTION = `function Request-Everything { [CmdletBinding(SupportsShouldProcess)] param() ${ONLINE}; ${OFFLINE} }`;

function snapshots(place: Place) {
  return {
    state: snapshot(place.home),
    temporary: snapshot(place.temp),
    current: snapshot(place.work),
    deployment: snapshot(SAMPLES.enterprise),
    module: snapshot(join(MODULES, 'Lync')),
  };
}

for (const [state, prepare] of [
  ['no state folder', undefined],
  [
    'a store with a certificate and an offline request',
    `${ONLINE}; Request-CsCertificate -New -Type Default -Output first.req`,
  ],
] as const) {
  describe(`-WhatIf with ${state}`, () => {
    const place = makePlace();
    after(() => place[Symbol.dispose]());
    let script: ProbedScript;
    let earlier: ReturnType<typeof snapshots>;

    before(async () => {
      writeFileSync(
        join(place.work, 'inner.ps1'),
        `[CmdletBinding(SupportsShouldProcess)] param()\n${ONLINE}\n${OFFLINE}\n`,
      );
      if (prepare !== undefined) assert.equal((await runPowerShell(place, ['-Command', prepare])).exitCode, 0);
      earlier = snapshots(place);
      const probes = Object.entries(WAYS).map(([way, lines]) => `Probe '${way}' { ${lines} }`);
      script = await runProbes(place, [FUNCTION, ...probes].join('\n'));
    });

    test('changes nothing in state, temporary, current, deployment and module folder: no name, size, mode or time', () => {
      assert.deepEqual(snapshots(place), earlier);
    });

    for (const way of Object.keys(WAYS)) {
      test(`by ${way}: no object, no host line, no error`, () => {
        const { records, failure } = script.of(way);
        assert.equal(failure, null);
        // `What if:` itself is a line for the host, which has no stream of its own.
        assert.deepEqual(
          records.filter(({ stream }) => stream === 'output' || stream === 'information' || stream === 'error'),
          [],
        );
      });
    }
  });
}

test('-List, -Retrieve and -Clear with -WhatIf leave every byte of the store as it was', async () => {
  using place = makePlace();
  await runPowerShell(place, ['-Command', `${ONLINE}; Request-CsCertificate -New -Type Default -Output first.req`]);
  // SQLite keeps in store.db-shm which reader is where: it belongs to reading.
  const stored = () => contents(place.home).filter((entry) => !entry.startsWith('store.db-shm '));
  const earlier = stored();
  assert.ok(earlier.length >= 2);
  const lines = ['-List', '-Retrieve', '-Clear', '-Clear -RequestId -2'];
  const { exitCode, stderr } = await runPowerShell(place, [
    '-Command',
    `$ErrorActionPreference = 'Stop'; ${lines.map((line) => `Request-CsCertificate ${line} -WhatIf`).join('; ')}`,
  ]);
  assert.equal(exitCode, 0, stderr);
  assert.deepEqual(stored(), earlier);
});

describe('-WhatIf says', () => {
  const place = makePlace();
  after(() => place[Symbol.dispose]());

  test('which CA would be asked for what, each name with its reason, and each name left out', async () => {
    const { stdout, exitCode } = await runPowerShell(place, [
      '-Command',
      `${ONLINE} -DomainName 'extra.litwareinc.com, pool1.litwareinc.com' -Template jcila -Organization 'Litware, Inc' -WhatIf`,
    ]);
    assert.equal(exitCode, 0);
    assert.equal(stdout.match(/What if:/g)?.length, 1);
    for (const expected of [
      /What if: Request a certificate for use "Default,WebServicesInternal,WebServicesExternal" from the certification authority \(CA\) "atl-ca-001\.litwareinc\.com\\myca" with the template "jcila"\./,
      /Subject: CN=pool1\.litwareinc\.com, O="Litware, Inc"/,
      /extra\.litwareinc\.com +given with -DomainName/,
      /pool1\.litwareinc\.com +given with -DomainName/,
      /atl-cs-001\.litwareinc\.com +FQDN of the machine|atl-cs-001\.litwareinc\.com +\S/,
      /dialin\.litwareinc\.com +Dialin simple URL/,
      /pool1ext\.litwareinc\.com +external web services FQDN/,
      /Lyncdiscover\.litwareinc\.com +\S/,
      /Left out:\s+pool1\.litwareinc\.com +\S.*already in the list: given with -DomainName/,
    ]) {
      assert.match(stdout, expected);
    }
  });

  test('what is missing: one warning where the simple URLs are not known, none where there are none', async () => {
    for (const [simpleUrls, count] of [
      [undefined, 1],
      [[], 0],
    ] as const) {
      using other = makePlace();
      const env = { CSCERT_DEPLOYMENT: writeDeployment(other, { simpleUrls }) };
      const script = await runProbes(other, `Probe it { ${ONLINE} -WhatIf }`, { env });
      const warnings = textsOf(script.of('it'), 'warning');
      assert.equal(warnings.length, count, warnings.join('\n'));
      for (const warning of warnings) assert.match(warning, /simple URLs are not known.*Export-CsConfiguration/);
      assert.doesNotMatch(script.stdout, /dialin\.litwareinc\.com/);
    }
  });

  test('which file would be written, and refuses one that could not be', async () => {
    writeFileSync(join(place.work, 'precious.txt'), 'notes');
    const { stdout, stderr, exitCode } = await runPowerShell(place, [
      '-Command',
      `${OFFLINE} -WhatIf; Request-CsCertificate -New -Type Default -Output precious.txt -WhatIf; exit 3`,
    ]);
    assert.equal(exitCode, 3);
    assert.match(
      stdout,
      /What if: Create an offline certificate request for use "Default" in the file "C:\\new\\folder\\new\.req"\./,
    );
    assert.match(`${stdout}${stderr}`, /OutputFileExists|is not a certificate request/);
    assert.equal(readFileSync(join(place.work, 'precious.txt'), 'utf8'), 'notes');
  });

  test('with -Report also in the pair that was asked for, and still writes nothing else', async () => {
    const { stdout, exitCode } = await runPowerShell(place, [
      '-Command',
      `${ONLINE} -Report what-if.html -WhatIf -Verbose`,
    ]);
    assert.equal(exitCode, 0);
    assert.deepEqual(
      readdirSync(place.work).filter((name) => name.startsWith('what-if')),
      ['what-if.html', 'what-if.xml'],
    );
    assert.deepEqual([snapshot(place.home), readdirSync(place.temp)], [['(none)'], []]);
    assert.match(stdout, /VERBOSE: Detailed results can be found at ".*what-if\.html"/);
    const xml = readFileSync(join(place.work, 'what-if.xml'), 'utf8');
    assert.match(xml, /Subject alternative name: pool1\.litwareinc\.com,atl-cs-001\.litwareinc\.com,/);
    assert.doesNotMatch(xml, /submitted|issued|thumbprint/i);
  });

  test('the same as JSON through cscert, which does not write either', async () => {
    const { stdout, exitCode } = await runCscert(place, ['-New', '-Type', 'Default', '-CA', CA, '-WhatIf']);
    assert.equal(exitCode, 0);
    const told: { Subject: unknown; AlternativeNames: readonly unknown[] } = JSON.parse(stdout);
    assert.match(JSON.stringify(told), /pool1\.litwareinc\.com/);
    assert.deepEqual([snapshot(place.home), readdirSync(place.temp)], [['(none)'], []]);
  });

  test('of -Clear which request would go, and keeps it', async () => {
    using other = makePlace();
    const script = await runProbes(
      other,
      `$null = Request-CsCertificate -New -Type Default -Output x.req
Probe clear { Request-CsCertificate -Clear -RequestId (Request-CsCertificate -List).RequestId -WhatIf }
Probe list { Request-CsCertificate -List }`,
    );
    assert.deepEqual([script.of('clear').failure, textsOf(script.of('clear'), 'warning')], [null, []]);
    assert.match(script.stdout, /What if: Remove the certificate request "-1" for use "Default"/);
    assert.equal(script.of('list').records.length, 1);
  });
});
