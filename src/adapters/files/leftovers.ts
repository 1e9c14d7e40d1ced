import { lstatSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/** What `temporaryNameFor` gives, and what SQLite puts beside it. */
const TEMPORARY_NAME = /^\.cscert-[0-9a-f]{16}\.tmp(?:-wal|-shm|-journal)?$/;

/** Nobody waits that long before an answer; younger ones may still be in use. Milliseconds. */
const ABANDONED_AFTER = 24 * 60 * 60 * 1000;

/**
 * Removes temporary files of ours from a folder that is about to be written to, when the command that made them was
 * stopped long ago. Files of other accounts and links stay. What cannot be looked at or removed is left without a word:
 * it is in nobody's way.
 */
export function sweepLeftovers(folder: string): void {
  removeOlder(folder, ABANDONED_AFTER);
}

/** The same whatever their age, for a folder that no other command writes to. */
export function removeLeftovers(folder: string): void {
  removeOlder(folder, Number.NEGATIVE_INFINITY);
}

function removeOlder(folder: string, age: number): void {
  try {
    for (const name of readdirSync(folder)) if (TEMPORARY_NAME.test(name)) removeIfOlder(join(folder, name), age);
  } catch {
    // The folder is not there yet, or may be written to but not listed.
  }
}

function removeIfOlder(path: string, age: number): void {
  const found = lstatSync(path);
  const isOurs = found.isFile() && (process.geteuid === undefined || found.uid === process.geteuid());
  if (isOurs && Date.now() - found.mtimeMs > age) rmSync(path, { force: true });
}
