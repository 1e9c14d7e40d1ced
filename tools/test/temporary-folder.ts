import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { constants, tmpdir } from 'node:os';
import { join } from 'node:path';
import { endUsersOf } from './end-users.ts';

/** Where programs look for the place of temporary files, on any platform. */
const VARIABLES = ['TMPDIR', 'TEMP', 'TMP'] as const;
const STOPPING = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Gives this process, and all it starts, a temporary folder of its own. When the process ends, the folder goes with
 * whatever was left in it, and whoever still uses it ends. Its name is short: .NET's sockets lie in it and below, and
 * the path of a socket has about 100 characters.
 * @returns the sign to stop: a signal came, and the exit code tells which
 */
export function useTemporaryFolder(): AbortSignal {
  const folder = mkdtempSync(join(tmpdir(), 'cs-'));
  process.on('exit', () => {
    endUsersOf(folder);
    remove(folder);
  });
  for (const name of VARIABLES) process.env[name] = folder;
  const stopping = new AbortController();
  for (const signal of STOPPING) {
    process.on(signal, () => {
      process.exitCode = 128 + constants.signals[signal];
      stopping.abort();
    });
  }
  return stopping.signal;
}

function remove(folder: string): void {
  try {
    unmountBelow(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  } catch (error) {
    console.error(`${folder} cannot be removed: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** A test that was stopped may leave the small disk that it made. */
function unmountBelow(folder: string): void {
  if (process.platform !== 'linux') return;
  for (const line of readFileSync('/proc/self/mounts', 'utf8').split('\n')) {
    const [, place = ''] = line.split(' ');
    if (place.startsWith(`${folder}/`)) spawnSync('umount', ['-l', place]);
  }
}
