import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { REPOSITORY } from '../../tools/setup/repository.mjs';

export const STAND_IN = join(import.meta.dirname, 'stand-in-powershell.mjs');

export interface LaunchOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly input?: string;
}

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Starts `bin/cs-pwsh.mjs` with the stand-in for a PowerShell. */
export function start(args: readonly string[], { cwd = REPOSITORY, env = {} }: LaunchOptions = {}) {
  return spawn(process.execPath, [join(REPOSITORY, 'bin', 'cs-pwsh.mjs'), ...args], {
    cwd,
    env: { ...process.env, CSCERT_POWERSHELL: STAND_IN, ...env },
    stdio: 'pipe',
  });
}

/** The same, to its end. */
export async function launch(args: readonly string[], options: LaunchOptions = {}): Promise<Ended> {
  const child = start(args, options);
  child.stdin.end(options.input ?? '');
  const [ending, stdout, stderr] = await Promise.all([end(child), text(child.stdout), text(child.stderr)]);
  return { ...ending, stdout, stderr };
}

export async function end(child: ChildProcess): Promise<Pick<Ended, 'code' | 'signal'>> {
  const [code, signal] = (await once(child, 'exit')) as [number | null, NodeJS.Signals | null];
  return { code, signal };
}
