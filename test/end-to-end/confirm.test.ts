import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { test } from 'node:test';
import { makePlace } from './harness/place.ts';
import { runPowerShell } from './harness/programs.ts';
import { snapshot } from './harness/snapshot.ts';

const CA = String.raw`atl-ca-001.litwareinc.com\myca`;
const ONLINE = `Request-CsCertificate -New -Type Default -CA '${CA}'`;
const COUNT = '; "answer: $(@($x).Count)"';

/** Answers on standard input, and how many certificates come of them. */
const ANSWERS = [
  ['y', 'y\n', 1],
  ['an empty line, which stands for yes', '\n', 1],
  ['n', 'n\n', 0],
  ['no to all', 'l\n', 0],
  ['something else first', 'perhaps\ny\n', 1],
] as const;

for (const [rule, input, count] of ANSWERS) {
  test(`-Confirm asks once for a request; answered with ${rule}`, async () => {
    using place = makePlace();
    const { stdout, exitCode } = await runPowerShell(place, ['-Command', `$x = ${ONLINE} -Confirm${COUNT}`], { input });
    assert.equal(exitCode, 0);
    assert.match(stdout, new RegExp(`answer: ${count}$`, 'm'));
    assert.equal(stdout.match(/Request a certificate for use "Default" from the certification authority/g)?.length, 1);
    assert.match(stdout, /Subject: CN=pool1\.litwareinc\.com/);
    if (count === 0) {
      assert.deepEqual(
        snapshot(place.home).filter((line) => line.startsWith('store.db')),
        [],
        'a request that was declined leaves no store',
      );
    }
  });
}

test('a declined request still has its log pair, as a run without -WhatIf has', async () => {
  using place = makePlace();
  await runPowerShell(place, ['-Command', `${ONLINE} -Confirm`], { input: 'n\n' });
  assert.deepEqual(
    readdirSync(place.temp)
      .map((name) => name.replace(/^Request-CsCertificate-.*\./, ''))
      .sort(),
    ['html', 'xml'],
  );
});

test('-Confirm:$false asks nothing, under any preference', async () => {
  using place = makePlace();
  const { stdout, exitCode } = await runPowerShell(place, [
    '-NonInteractive',
    '-Command',
    `$ConfirmPreference = 'Low'; $x = ${ONLINE} -Confirm:$false${COUNT}`,
  ]);
  assert.deepEqual([exitCode, /answer: 1/.test(stdout)], [0, true]);
});

test('by default nothing is asked: standard input is left alone', async () => {
  using place = makePlace();
  const { stdout, exitCode } = await runPowerShell(
    place,
    [
      '-Command',
      `$x = ${ONLINE}; $y = Request-CsCertificate -New -Type Default -Output x.req; $line = Read-Host; "read: $line"`,
    ],
    { input: 'for the script\n' },
  );
  assert.equal(exitCode, 0);
  assert.match(stdout, /read: for the script/);
  assert.doesNotMatch(stdout, /\[Y\]/);
});

test("the script's $ConfirmPreference asks as -Confirm does", async () => {
  using place = makePlace();
  const { stdout } = await runPowerShell(place, ['-Command', `$ConfirmPreference = 'Medium'; $x = ${ONLINE}${COUNT}`], {
    input: 'n\n',
  });
  assert.match(stdout, /answer: 0/);
});

test('where nobody can answer, -Confirm is an error and nothing is requested', async () => {
  using place = makePlace();
  const { stdout, stderr, exitCode } = await runPowerShell(place, [
    '-NonInteractive',
    '-Command',
    `$ErrorActionPreference = 'Stop'; ${ONLINE} -Confirm`,
  ]);
  assert.equal(exitCode, 1);
  assert.match(`${stdout}${stderr}`, /NonInteractive/);
  assert.deepEqual(
    snapshot(place.home).filter((line) => line.startsWith('store.db')),
    [],
  );
});
