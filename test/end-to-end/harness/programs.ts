import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { REPOSITORY } from '../../../tools/setup/repository.mjs';
import { powerShellPath } from '../../powershell/run-powershell.ts';
import type { Place } from './place.ts';

export const MODULES = join(REPOSITORY, 'psmodule');
export const ENGINE = join(MODULES, 'Lync', 'engine', 'main.cjs');

export interface ProgramRun {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number | null;
}

export interface RunOptions {
  /** Added to the environment of the run; `undefined` takes a variable away. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly input?: string;
  readonly cwd?: string;
}

/** For what hangs; nothing here takes a tenth of it. */
const LIMIT_MS = 600_000;

/** What a user's shell would give: nothing of the test runner's own environment but PATH. */
export function environment(place: Place, extra: Readonly<Record<string, string | undefined>> = {}): NodeJS.ProcessEnv {
  return {
    PATH: process.env['PATH'] ?? '',
    HOME: join(place.root, 'user'),
    TMPDIR: place.temp,
    LANG: 'en_US.UTF-8',
    NO_COLOR: '1',
    PSModulePath: MODULES,
    CSCERT_NODE: process.execPath,
    CSCERT_HOME: place.home,
    CSCERT_DEPLOYMENT: join(REPOSITORY, 'examples', 'litwareinc-enterprise'),
    DOTNET_EnableDiagnostics: '0',
    ...extra,
  };
}

export function runPowerShell(place: Place, args: readonly string[], options: RunOptions = {}): Promise<ProgramRun> {
  return run(powerShellPath(), ['-NoProfile', ...args], place, options);
}

export function runCscert(place: Place, args: readonly string[], options: RunOptions = {}): Promise<ProgramRun> {
  return run(process.execPath, [ENGINE, 'cli', ...args], place, options);
}

export function runOpenssl(place: Place, args: readonly string[], options: RunOptions = {}): Promise<ProgramRun> {
  return run('openssl', args, place, options);
}

/** Runs to the end; a program that takes too long is stopped and its exit code is null. */
export async function run(
  program: string,
  args: readonly string[],
  place: Place,
  { env = {}, input = '', cwd = place.work }: RunOptions = {},
): Promise<ProgramRun> {
  const { promise, resolve, reject } = Promise.withResolvers<ProgramRun>();
  const child = spawn(program, args, { cwd, env: environment(place, env), timeout: LIMIT_MS, killSignal: 'SIGKILL' });
  const chunks = { stdout: [] as Buffer[], stderr: [] as Buffer[] };
  child.stdout.on('data', (chunk: Buffer) => chunks.stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.stderr.push(chunk));
  child.on('error', reject);
  child.on('close', (exitCode) =>
    resolve({
      stdout: Buffer.concat(chunks.stdout).toString(),
      stderr: Buffer.concat(chunks.stderr).toString(),
      exitCode,
    }),
  );
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  return promise;
}
