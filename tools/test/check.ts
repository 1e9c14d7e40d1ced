import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { REPOSITORY } from '../setup/repository.mjs';

const CHECKS = [
  {
    what: 'style and lint rules (biome)',
    script: 'node_modules/@biomejs/biome/bin/biome',
    args: ['ci', ...(process.stdout.isTTY ? [] : ['--colors=off'])],
  },
  { what: 'types (tsc)', script: 'node_modules/typescript/bin/tsc', args: ['--noEmit'] },
];

/** Runs the linter and the compiler; all of them, so that one run shows everything. Returns whether both are content. */
export function check(): boolean {
  return CHECKS.map(({ what, script, args }) => {
    console.log(`▶ ${what}`);
    const { status } = spawnSync(process.execPath, [join(REPOSITORY, script), ...args], {
      cwd: REPOSITORY,
      stdio: ['ignore', 'inherit', 'inherit'],
    });
    return status === 0;
  }).every(Boolean);
}

if (import.meta.main) process.exitCode = check() ? 0 : 1;
