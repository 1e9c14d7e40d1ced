import { randomBytes } from 'node:crypto';
import { closeSync, constants, fchmodSync, fsyncSync, openSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const { O_CREAT, O_EXCL, O_NOFOLLOW = 0, O_RDONLY, O_RDWR } = constants;

/** A name in the folder of `path` that nobody else has chosen. */
export function temporaryNameFor(path: string): string {
  return join(dirname(path), `.cscert-${randomBytes(8).toString('hex')}.tmp`);
}

/**
 * Makes an empty file that was not there, following no link, and opens it; the caller closes the descriptor. With a
 * `mode` the file has exactly that one, without it what the umask leaves.
 */
export function createExclusively(path: string, mode?: number): number {
  const descriptor = openSync(path, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW, mode ?? 0o666);
  if (mode !== undefined) fchmodSync(descriptor, mode);
  return descriptor;
}

/** Writes a whole file and closes it when its bytes are on the disk. */
export function fillAndClose(descriptor: number, content: string | Uint8Array): void {
  try {
    writeFileSync(descriptor, content);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** Makes names durable: a new or renamed file may else be gone after a power cut. Windows has no such call. */
export function syncFolderOf(path: string): void {
  if (process.platform === 'win32') return;
  const descriptor = openSync(dirname(path), O_RDONLY);
  try {
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}
