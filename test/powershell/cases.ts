import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { runWithStandIn } from './module-process.ts';
import type { PowerShellOptions } from './run-powershell.ts';

/** A caught error, as a script sees it. */
export interface CaseError {
  readonly type: string;
  readonly id: string;
  readonly category: string;
  readonly message: string;
  readonly details: string | null;
  readonly advice: string | null;
  readonly target: string | null;
  readonly hresult: number;
}

export interface CaseResult {
  /** Everything written, in order; what is not in the success stream starts with the stream's name and a colon. */
  readonly output: readonly string[];
  readonly error: CaseError | null;
}

export interface Case {
  /** The rule that the case shows. */
  readonly rule: string;
  /** PowerShell; runs in the same process as the file's other cases. */
  readonly script: string;
  readonly check: (result: CaseResult) => void;
}

/** Prints one JSON line a case. Only features of the engine and ConvertTo-Json are used. */
const PREAMBLE = `
function Show($item) {
  switch ($item.GetType().Name) {
    'VerboseRecord' { return 'verbose: ' + $item }
    'DebugRecord' { return 'debug: ' + $item }
    'WarningRecord' { return 'warning: ' + $item }
    'InformationRecord' { return 'information: ' + $item }
    'ErrorRecord' { return 'error: ' + $item.FullyQualifiedErrorId.Split(',')[0] }
  }
  return '' + $item
}
function Invoke-Case([int] $Number, [scriptblock] $Body) {
  $output = [Collections.Generic.List[string]]::new()
  $caught = $null
  try {
    & $Body *>&1 | ForEach-Object { if ($null -ne $_) { $output.Add((Show $_)) } }
  }
  catch {
    $e = $_.Exception
    $caught = @{
      type = $e.GetType().FullName; id = $_.FullyQualifiedErrorId; category = '' + $_.CategoryInfo.Category; message = $e.Message
      details = $_.ErrorDetails.Message; advice = $_.ErrorDetails.RecommendedAction; hresult = $e.HResult
      target = if ($null -ne $_.TargetObject) { '' + $_.TargetObject }
    }
  }
  $line = ConvertTo-Json -Compress -Depth 4 -InputObject @{ number = $Number; output = @($output); error = $caught }
  [Console]::Out.WriteLine('@case ' + $line)
}
`;

/** Registers a test per case; all run in one PowerShell, since a process a case would take minutes. */
export function describeCases(title: string, cases: readonly Case[], options: PowerShellOptions = {}): void {
  describe(title, () => {
    const results = new Map<number, CaseResult>();
    let transcript = '';

    before(async () => {
      const calls = cases.map(({ script }, number) => `Invoke-Case ${number} {\n${script}\n}`);
      const { stdout, stderr } = await runWithStandIn([PREAMBLE, ...calls].join('\n'), options);
      transcript = stdout + stderr;
      for (const [, json = ''] of stdout.matchAll(/^@case (.*)$/gm)) {
        const { number, output, error } = JSON.parse(json);
        results.set(number, { output, error });
      }
    });

    for (const [number, { rule, check }] of cases.entries()) {
      test(rule, () => {
        const result = results.get(number);
        assert.ok(result, `the case did not run to its end:\n${transcript}`);
        check(result);
      });
    }
  });
}

/** The case writes exactly these lines and throws nothing. */
export function writes(...lines: readonly string[]): (result: CaseResult) => void {
  return ({ output, error }) => {
    assert.equal(error, null);
    assert.deepEqual(output, lines);
  };
}

/** The case throws an error with at least these properties. */
export function throws(expected: Partial<CaseError>): (result: CaseResult) => void {
  return ({ error }) => {
    assert.ok(error, 'nothing was thrown');
    assert.partialDeepStrictEqual(error, expected);
  };
}

/** The call that the stand-in engine received: the case writes the NextStep of its object. */
export function received(check: (call: ReceivedCall) => void): (result: CaseResult) => void {
  return ({ output, error }) => {
    assert.equal(error, null);
    check(JSON.parse(output[0] ?? ''));
  };
}

export interface ReceivedCall {
  readonly parameterSet: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  readonly context: Readonly<Record<string, unknown>>;
}
