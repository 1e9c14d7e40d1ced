import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { REPOSITORY } from '../../tools/setup/repository.mjs';

/** The built engine. */
export const ENGINE = join(REPOSITORY, 'psmodule', 'Lync', 'engine', 'main.cjs');

export interface Finished {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Where a command line runs, and with which state and deployment. */
export interface Bench {
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** Runs `cscert` as a user does: the built engine in a process of its own. */
export function cscert(bench: Bench, ...args: readonly string[]): Promise<Finished> {
  const env = { PATH: process.env['PATH'] ?? '', ...bench.environment };
  return new Promise((resolve) => {
    const done = (error: Error | null, stdout: string, stderr: string): void => {
      resolve({ code: error === null ? 0 : exitCode(error), stdout, stderr });
    };
    execFile(process.execPath, [ENGINE, 'cli', ...args], { cwd: bench.folder, env }, done);
  });
}

function exitCode(error: Error): number {
  return 'code' in error && typeof error.code === 'number' ? error.code : -1;
}

/** The same where nothing may go wrong; gives standard output. */
export async function succeed(bench: Bench, ...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await cscert(bench, ...args);
  if (code !== 0) throw new Error(`cscert ${args.join(' ')}: ${code}\n${stderr}`);
  return stdout;
}
