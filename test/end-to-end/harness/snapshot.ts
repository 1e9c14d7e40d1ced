import { createHash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Every file and folder in `folder` with size, mode and times; `(none)` where the folder is not there. */
export function snapshot(folder: string): readonly string[] {
  return entriesOf(folder, (path) => {
    const { size, mode, mtimeMs, ctimeMs, ino } = lstatSync(path);
    return `${size} ${mode.toString(8)} ${mtimeMs} ${ctimeMs} ${ino}`;
  });
}

/** Every file and folder in `folder` with mode and content. */
export function contents(folder: string): readonly string[] {
  return entriesOf(folder, (path) => {
    const stats = lstatSync(path);
    const content = stats.isFile() ? createHash('sha256').update(readFileSync(path)).digest('hex') : '';
    return `${stats.mode.toString(8)} ${content}`;
  });
}

/**
 * The folder's own times are left out: PowerShell makes and removes files of its own in a temporary folder, and the
 * module the folders of its drives.
 */
function entriesOf(folder: string, describe: (path: string) => string): readonly string[] {
  if (!existsSync(folder)) return ['(none)'];
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  return names.map((name) => `${name} ${describe(join(folder, name))}`);
}
