import { isAbsolute, resolve } from 'node:path';
import { RefusedPath, type WindowsDrives } from './windows-drives.ts';
import { isWindowsPath } from './windows-path.ts';

/**
 * The host's path for a path that a user gave: of this host, on a Windows drive or share, or relative to `location`
 * with either slash. Where `location` is in a drive's or share's folder, so is every path relative to it. `drives` is
 * undefined on Windows, where all of that is the system's own affair. Throws RefusedPath.
 */
export function resolveUserPath(path: string, location: string, drives: WindowsDrives | undefined): string {
  if (path.trim() === '') throw new RefusedPath('it is empty');
  if (path.includes('\0')) throw new RefusedPath('it contains a NUL character');
  if (/[\\/]$/.test(path)) throw new RefusedPath('it names a folder, not a file');
  if (drives === undefined) return resolve(location, path);
  if (isWindowsPath(path)) return drives.locate(path);
  const folder = isAbsolute(path) ? undefined : drives.spell(location);
  if (folder !== undefined) return drives.locate(onSameDrive(folder, path));
  if (path.startsWith('\\')) {
    throw new RefusedPath(
      'it begins with a backslash, the root of a drive, and the current location is on no Windows drive',
    );
  }
  const absolute = resolve(location, path.replaceAll('\\', '/'));
  const onDrive = drives.spell(absolute);
  return onDrive === undefined ? absolute : drives.locate(onDrive);
}

/** A leading backslash is the root of the drive or share that the folder is on. */
function onSameDrive(folder: string, path: string): string {
  if (!path.startsWith('\\')) return `${folder}\\${path}`;
  const [root = ''] = /^(?:[A-Za-z]:|\\\\[^\\]+\\[^\\]+)/.exec(folder) ?? [];
  return root + path;
}
