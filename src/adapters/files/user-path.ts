import { resolve } from 'node:path';
import { RefusedPath, type WindowsDrives } from './windows-drives.ts';
import { isWindowsPath } from './windows-path.ts';

/**
 * The host's path for a path that a user gave: of this host, on a Windows drive, or relative to `location` with either
 * slash. `drives` is undefined on Windows, where all of that is the system's own affair. Throws RefusedPath.
 */
export function resolveUserPath(path: string, location: string, drives: WindowsDrives | undefined): string {
  if (path.trim() === '') throw new RefusedPath('it is empty');
  if (path.includes('\0')) throw new RefusedPath('it contains a NUL character');
  if (/[\\/]$/.test(path)) throw new RefusedPath('it names a folder, not a file');
  if (drives === undefined) return resolve(location, path);
  if (isWindowsPath(path)) return drives.locate(path);
  if (/^\\\\/.test(path)) throw new RefusedPath('network shares cannot be reached from here');
  const absolute = resolve(location, path.replaceAll('\\', '/'));
  const onDrive = drives.spell(absolute);
  return onDrive === undefined ? absolute : drives.locate(onDrive);
}
