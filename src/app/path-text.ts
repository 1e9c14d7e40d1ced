import { commandError } from '../domain/errors/catalogue.ts';
import type { PathArgument } from './request-parameters.ts';

/** `C:\x`, as opposed to `C:x` and `x`, whose start only the caller's shell knows. */
const FROM_DRIVE_ROOT = /^[A-Za-z]:[\\/]/;

/** `\\server\share`, as opposed to the paths of this host that begin with two slashes. */
const ON_SHARE = /^\\\\/;

/** A name that means a folder's self or the one above it: only Windows takes `C:\..\x`, PowerShell elsewhere does not. */
const DOTS = /(^|[\\/])\.\.?([\\/]|$)/;

/**
 * The text that the file adapters get: a whole path on an emulated Windows drive or on a share as typed, so that they
 * keep it inside its folder; any other as the caller's shell resolved it.
 */
export function pathText({ given, path, driveRoot }: PathArgument): string {
  return (driveRoot !== undefined && FROM_DRIVE_ROOT.test(given)) || ON_SHARE.test(given) ? given : path;
}

/**
 * The file as it can be named from anywhere, later too: a whole path, on an emulated Windows drive or share in its
 * spelling. `real` is where it is on this host.
 */
export function wholePath({ given, driveRoot }: PathArgument, real: string): string {
  if (ON_SHARE.test(given) && !DOTS.test(given)) return given;
  if (driveRoot === undefined) return real;
  if (FROM_DRIVE_ROOT.test(given) && !DOTS.test(given)) return given;
  const drive = driveRoot.split('/').at(-1);
  if (drive === undefined || !real.startsWith(`${driveRoot}/`)) return real;
  return `${drive}:\\${real.slice(driveRoot.length + 1).replaceAll('/', '\\')}`;
}

/** Files are on paths of the file system only. Throws OutputNotFileSystem. */
export function refuseForeignProvider(parameter: string, path: PathArgument | undefined): void {
  if (path === undefined || path.provider === 'FileSystem') return;
  throw commandError(
    'OutputNotFileSystem',
    { parameter, path: path.given, provider: path.provider },
    { target: path.given },
  );
}
