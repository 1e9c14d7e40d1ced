import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Place } from '../end-to-end/harness/place.ts';
import type { ProbedRecord } from '../end-to-end/harness/probe.ts';
import { runPowerShell } from '../end-to-end/harness/programs.ts';

/** One call of a script file, with a state folder and a current folder of its own. */
export interface ScriptCall {
  readonly name: string;
  /** The command line, as typed at a prompt or in a task. */
  readonly line: string;
  /** PowerShell that runs before, for what the script expects to find. */
  readonly prepare?: string | undefined;
  /** The deployment folder. */
  readonly deployment: string;
  /** The computer of the topology that this one plays; the deployment's own without it. */
  readonly computer?: string | undefined;
  /** The script loads the module itself: nothing is loaded before. */
  readonly loadsModule?: boolean | undefined;
}

/** All that a script did, in order. */
export interface ScriptRun {
  readonly name: string;
  readonly records: readonly ProbedRecord[];
  readonly exitCode: number;
}

const LINE = /^@run (\S+)$/gm;
const HARNESS = join(import.meta.dirname, '..', 'end-to-end', 'harness', 'probe.ps1');
const RUN_FILE = join(import.meta.dirname, 'run-file.ps1');

/** The state folder of a call. */
export function homeOf(place: Place, name: string): string {
  return join(place.root, 'runs', name, 'home');
}

/** So many scripts share a PowerShell: starting one for each would take most of the time. */
const SHARED_BY = 10;

/** Runs script files one after the other, each as on a computer where nothing was done before. */
export async function runScripts(place: Place, calls: readonly ScriptCall[]): Promise<ReadonlyMap<string, ScriptRun>> {
  const runs: ScriptRun[] = [];
  for (let first = 0; first < calls.length; first += SHARED_BY) {
    runs.push(...(await runInOnePowerShell(place, calls.slice(first, first + SHARED_BY))));
  }
  return new Map(runs.map((run) => [run.name, run]));
}

async function runInOnePowerShell(place: Place, calls: readonly ScriptCall[]): Promise<readonly ScriptRun[]> {
  const driver = join(place.root, 'driver.ps1');
  const blocks = calls.map((call) => blockOf(place, call));
  writeFileSync(driver, [`. '${HARNESS}'`, `. '${RUN_FILE}'`, ...blocks, ''].join('\n'));
  const { stdout, stderr } = await runPowerShell(place, ['-NonInteractive', '-File', driver]);
  const runs = [...stdout.matchAll(LINE)].map(([, text = '']): ScriptRun => {
    return JSON.parse(Buffer.from(text, 'base64').toString());
  });
  const missing = calls.filter(({ name }) => !runs.some((run) => run.name === name));
  if (missing.length > 0) {
    throw new Error(`${missing.map(({ name }) => name).join(', ')} did not end:\n${stdout.slice(-2000)}${stderr}`);
  }
  return runs;
}

function blockOf(place: Place, { name, line, prepare, deployment, computer, loadsModule }: ScriptCall): string {
  const work = join(place.root, 'runs', name, 'work');
  mkdirSync(work, { recursive: true });
  return `Remove-Module Lync, SkypeForBusiness -ErrorAction SilentlyContinue
$env:CSCERT_HOME = '${homeOf(place, name)}'
$env:CSCERT_DEPLOYMENT = '${deployment}'
$env:CSCERT_COMPUTER = '${computer ?? ''}'
Set-Location '${work}'
${loadsModule === true ? '' : 'Import-Module Lync'}
${prepare === undefined ? '' : `. { ${prepare} } *> $null`}
$error.Clear()
RunFile '${name}' { ${line} }`;
}
