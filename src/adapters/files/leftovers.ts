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
  try {
    for (const name of readdirSync(folder)) if (TEMPORARY_NAME.test(name)) removeAbandoned(join(folder, name));
  } catch {
    // The folder is not there yet, or may be written to but not listed.
  }
}

function removeAbandoned(path: string): void {
  const found = lstatSync(path);
  const isOurs = found.isFile() && (process.geteuid === undefined || found.uid === process.geteuid());
  if (isOurs && Date.now() - found.mtimeMs > ABANDONED_AFTER) rmSync(path, { force: true });
}
