import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { encodedCommand, STAND_IN, temporaryFolder } from './module-process.ts';
import { runPowerShell } from './run-powershell.ts';

const NEW =
  'Request-CsCertificate -New -Type Default -Template callbacks -WarningAction Ignore -InformationAction Ignore 2>$null';
const ISSUED = /Thumbprint +: 19AAEA53/;

const env = { CSCERT_ENGINE: STAND_IN, CSCERT_NODE: process.execPath };

/** A session that can be asked: answers come from standard input. */
function interactive(command: string, input: string) {
  return runPowerShell(['-NoProfile', '-EncodedCommand', encodedCommand(command)], { env, input });
}

/** Answers to the question of -Confirm, and whether a certificate is then issued. */
const ANSWERS: readonly (readonly [string, string, boolean])[] = [
  ['yes', 'y\n', true],
  ['yes to all', 'A\n', true],
  ['nothing, which is yes', '\n', true],
  ['no', 'n\n', false],
  ['no to all', 'L\n', false],
  ['something else, then no', 'perhaps\nn\n', false],
];

describe('-Confirm asks the engine\u2019s question once', () => {
  for (const [answer, input, isIssued] of ANSWERS) {
    test(`answer: ${answer}`, async () => {
      const { stdout } = await interactive(`${NEW} -Confirm`, input);
      assert.equal(stdout.split('Do you want to request a certificate?').length - 1, 1);
      assert.equal(ISSUED.test(stdout), isIssued, stdout);
    });
  }

  test('shouldContinue asks whatever the preferences are', async () => {
    const { stdout } = await interactive('Request-CsCertificate -New -Type Default -Template continue', 'n\n');
    assert.match(stdout, /Go on\?/);
    assert.match(stdout, /continue false/);
  });

  test('without anybody to ask, the command fails and nothing is issued', async () => {
    const args = ['-NoProfile', '-NonInteractive', '-EncodedCommand', encodedCommand(`${NEW} -Confirm`)];
    const { stdout, exitCode } = await runPowerShell(args, { env });
    assert.doesNotMatch(stdout, ISSUED);
    assert.equal(exitCode, 1);
  });
});

describe('-WhatIf explains and does nothing', () => {
  test('what the engine describes stands behind "What if: ", line by line', async () => {
    const { stdout } = await interactive(`${NEW} -WhatIf`, '');
    assert.match(stdout, /^What if: Request a certificate\r?\nfrom a CA\.$/m);
    assert.doesNotMatch(stdout, ISSUED);
  });

  test('a script run with -File and -WhatIf hands it on', async () => {
    const path = join(temporaryFolder(), 'request.ps1');
    writeFileSync(path, `[CmdletBinding(SupportsShouldProcess)] param() ${NEW}`);
    const { stdout } = await runPowerShell(['-NoProfile', '-File', path, '-WhatIf'], { env });
    assert.match(stdout, /What if: Request a certificate/);
    assert.doesNotMatch(stdout, ISSUED);
  });
});
