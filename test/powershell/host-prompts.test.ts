import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { powerShellKind, runPowerShell } from './run-powershell.ts';

const ask = `function f { [CmdletBinding(SupportsShouldProcess)] param()
  foreach ($x in 1..3) { if ($PSCmdlet.ShouldProcess("T$x", 'Op')) { "did $x" } } }; f -Confirm`;

async function answer(command: string, input: string) {
  const result = await runPowerShell(['-NoProfile', '-Command', command], { input });
  return { ...result, lines: result.stdout.split('\n') };
}

describe('prompts answered from standard input', { concurrency: 2 }, () => {
  for (const [title, input, done] of [
    ['yes, no, default', 'y\nn\n\n', ['did 1', 'did 3']],
    ['yes to all', 'a\n', ['did 1', 'did 2', 'did 3']],
    ['no to all', 'L\n', []],
    ['whole words in any case', 'YES\nno\nYes to All\n', ['did 1', 'did 3']],
    ['what is no answer is asked again, ? explains', 'what\n?\ny\nl\n', ['did 1']],
  ] as const) {
    it(`-Confirm: ${title}`, async () => {
      const { stdout, lines, exitCode } = await answer(ask, input);
      const seen = lines.flatMap((line) => line.match(/did \d$/)?.[0] ?? []);
      assert.deepEqual([seen, exitCode], [done, 0]);
      assert.match(
        stdout,
        /^\nConfirm\nAre you sure you want to perform this action\?\nPerforming the operation "Op" on target "T1"\.\n\[Y\] Yes {2}\[A\] Yes to All {2}\[N\] No {2}\[L\] No to All {2}\[S\] Suspend {2}\[\?\] Help/,
      );
    });
  }

  it('a missing mandatory parameter', async () => {
    const { stdout } = await answer(
      'function f([Parameter(Mandatory)][int]$Number, [Parameter(Mandatory)][string[]]$Words) { "$Number/$Words" }; f',
      'x\n5\na\nb\n\n',
    );
    assert.match(
      stdout,
      /^\ncmdlet f at command pipeline position 1\nSupply values for the following parameters:\nNumber: /,
    );
    assert.match(stdout, /Words\[2\]: 5\/a b\n$/);
  });

  it('Read-Host, a secret and a credential', async () => {
    const { stdout } = await answer(
      `$a = Read-Host question
       $s = Read-Host secret -AsSecureString
       $c = Get-Credential
       "[$a] [$(ConvertFrom-SecureString $s -AsPlainText)] [$($c.UserName)] [$($c.GetNetworkCredential().Password)]"`,
      'one\ntwo\nthree\nfour\n',
    );
    assert.match(stdout, /^question: secret: /);
    assert.match(stdout, /\[one\] \[two\] \[three\] \[four\]\n$/);
  });

  it('a choice of our own, and several', async () => {
    const { stdout } = await answer(
      `$choices = [System.Management.Automation.Host.ChoiceDescription[]]('&Red', '&Green', '&Blue')
       $one = $Host.UI.PromptForChoice('Colour', 'Which?', $choices, 1)
       $many = $Host.UI.PromptForChoice('Colours', 'Which?', $choices, [int[]](0))
       "[$one] [$many]"`,
      'b\nr\ng\n\n',
    );
    assert.match(stdout, /\[2\] \[0 1\]\n$/);
  });
});

describe('the end of input', {
  skip: powerShellKind() === 'host' ? false : 'pwsh fails there with a null reference',
}, () => {
  it('is an error for a question, not an answer', async () => {
    const { stderr, stdout } = await answer(ask, '');
    assert.match(stderr, /standard input has ended/);
    assert.doesNotMatch(stdout, /did/);
  });
});
