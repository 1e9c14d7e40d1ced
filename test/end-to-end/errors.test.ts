import assert from 'node:assert/strict';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { ERROR_CATALOGUE } from '../../src/domain/errors/catalogue.ts';
import { shownText } from '../../src/domain/errors/shown-text.ts';
import { CA, CAUGHT_AS, COMMAND, LOCKED_CA, NEW, ONLINE, PASSWORD, ROWS, SURROUNDINGS } from './error-rows.ts';
import { writeDeployment } from './harness/deployments.ts';
import { makePlace } from './harness/place.ts';
import { type ProbedScript, runProbes, sayings, textsOf } from './harness/probe.ts';
import { runCscert, runPowerShell } from './harness/programs.ts';
import { makeWrongSurroundings } from './harness/wrong-surroundings.ts';

describe('errors, as a script catches them', () => {
  const place = makePlace();
  const deployment = writeDeployment(place, {
    certificateAuthorities: [
      {
        config: CA,
        templates: [
          { name: 'WebServer' },
          { name: 'strong', minimumKeySize: 4096 },
          { name: 'closed', enrollDenied: true },
        ],
      },
      {
        config: LOCKED_CA,
        accounts: [{ name: 'litwareinc\\kenmyer', passwordFromEnvironment: 'TEST_CA_PASSWORD' }],
      },
    ],
  });
  const env = { CSCERT_DEPLOYMENT: deployment, TEST_CA_PASSWORD: PASSWORD };
  let script: ProbedScript;

  before(async () => {
    const folders = makeWrongSurroundings(place.root, CA);
    const rows = ROWS.map(
      ({ rule, line, code }) =>
        `Probe '${rule.replaceAll("'", "''")}' { ${line} }
Probe 'typed ${rule.replaceAll("'", "''")}' { try { ${line} } catch [IO.FileNotFoundException] { 'wrong' } catch [${CAUGHT_AS[code]}] { 'caught' } }`,
    );
    const surroundings = SURROUNDINGS.map(
      ({ rule, line, set }) =>
        `$saved = $env:CSCERT_DEPLOYMENT, $env:CSCERT_COMPUTER, $env:CSCERT_HOME, $env:TEST_CA_PASSWORD
Remove-Module Lync; ${set.replace(/\{(\w+)\}/, (_, name) => join(folders, name))}
Probe '${rule}' { ${line} }
$env:CSCERT_DEPLOYMENT, $env:CSCERT_COMPUTER, $env:CSCERT_HOME, $env:TEST_CA_PASSWORD = $saved`,
    );
    script = await runProbes(
      place,
      [
        ...rows,
        "Probe 'still open' { Request-CsCertificate -List }",
        ...surroundings,
        'Remove-Module Lync',
        String.raw`Probe 'right password' { ${NEW} -CA '${LOCKED_CA}' -CaAccount 'LITWAREINC\KenMyer' -CaPassword '${PASSWORD}' }`,
      ].join('\n'),
      { env },
    );
  });
  after(() => place[Symbol.dispose]());

  for (const { rule, code, says, hresult } of [...ROWS, ...SURROUNDINGS]) {
    test(`${rule}: ${code}`, () => {
      const { failure, records } = script.of(rule);
      const definition = ERROR_CATALOGUE[code];
      assert.equal(failure?.id, `${code},${COMMAND}`, failure?.message);
      assert.equal(failure.exceptionType, CAUGHT_AS[code]);
      assert.equal(failure.category, definition.category);
      assert.ok(failure.message.includes(says), failure.message);
      assert.equal(
        failure.details,
        `Command execution failed: ${shownText({ message: failure.message, advice: failure.advice ?? undefined })}`,
      );
      if (hresult !== undefined) assert.equal(failure.hresult >>> 0, hresult);
      assert.deepEqual(
        records.filter(({ stream }) => stream === 'output' || stream === 'error' || stream === 'information'),
        [],
      );
    });
  }

  for (const { rule } of ROWS) {
    test(`${rule}: a typed catch block takes it`, () => {
      assert.deepEqual(sayings(script.of(`typed ${rule}`)), ['caught']);
    });
  }

  test('what failed is in no list, and in no store', async () => {
    assert.deepEqual(script.of('still open').records, []);
    assert.ok(!existsSync(join(place.work, 'both.req')));
    const listed: { Subject: string }[] = JSON.parse((await runCscert(place, ['certificate', 'list'], { env })).stdout);
    assert.deepEqual(
      listed.filter(({ Subject }) => Subject.startsWith('CN=pool1')).length,
      1,
      'only the certificate of the right password',
    );
  });

  test('the right password gets a certificate, and stands in no file that was written', async () => {
    assert.equal(script.of('right password').failure, null);
    const logs = readdirSync(place.temp);
    assert.ok(logs.length > 40, 'each run that failed has its log pair');
    for (const folder of [place.temp, place.home]) {
      const { stdout } = await runPowerShell(place, [
        '-Command',
        `@(Get-ChildItem -Recurse -File '${folder}' | Where-Object { [IO.File]::ReadAllText($_.FullName).Contains('${PASSWORD}') }).Count`,
      ]);
      assert.equal(stdout.trim(), '0');
    }
  });

  test('a failed run says in two warnings that it failed and where the log is', () => {
    const warnings = textsOf(script.of('a template that the CA does not publish'), 'warning');
    assert.equal(warnings.length, 2);
    assert.equal(
      warnings[0],
      '"Request-CsCertificate" processing has completed with errors. "1" errors, "0" warnings were detected during this run.',
    );
    assert.match(
      warnings[1] ?? '',
      /^Detailed results can be found at ".*\/Request-CsCertificate-[0-9a-f-]{36}\.html"\.$/,
    );
  });
});

describe('an error that a script does not catch', () => {
  const place = makePlace();
  after(() => place[Symbol.dispose]());
  const FAILING = `${ONLINE} -Template NoSuchTemplate`;

  for (const [rule, first, exitCode, isNextRun] of [
    ['ends its statement only: the next line runs and the exit code is 0', '', 0, true],
    ['ends the script with exit code 1 under $ErrorActionPreference Stop', "$ErrorActionPreference = 'Stop'", 1, false],
  ] as const) {
    for (const way of ['-File', '-Command'] as const) {
      test(`${rule} (${way})`, async () => {
        const text = `${first}\n${FAILING}\n'the next line'`;
        const file = join(place.work, 'script.ps1');
        writeFileSync(file, text);
        const ran = await runPowerShell(place, ['-NonInteractive', way, way === '-File' ? file : text]);
        assert.equal(ran.exitCode, exitCode, ran.stderr);
        assert.equal(ran.stdout.includes('the next line'), isNextRun);
        const shown = `${ran.stdout}${ran.stderr}`.replaceAll(/\s+(?:\| )?/g, ' ');
        assert.match(shown, /Command execution failed: Denied by Policy Module 0x80094800/);
      });
    }
  }
});
