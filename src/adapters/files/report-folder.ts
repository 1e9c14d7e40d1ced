import { statSync } from 'node:fs';
import { resolveUserPath } from './user-path.ts';
import { RefusedPath, type WindowsDrives } from './windows-drives.ts';

/**
 * Whether the value of `-Report` names a folder, in which the pair goes under a name of its own: one that exists, or what
 * ends with a slash (our own reading: the product's pages ask for the full path of a file). Only looks.
 */
export function isReportFolder(path: string, location: string, drives: WindowsDrives | undefined): boolean {
  if (/[\\/]$/.test(path)) return true;
  try {
    const real = resolveUserPath(path, location, drives);
    return statSync(real, { throwIfNoEntry: false })?.isDirectory() === true;
  } catch (error) {
    // What is wrong with the path is said where the file is looked for.
    if (error instanceof RefusedPath || isSystemError(error)) return false;
    throw error;
  }
}

/** The path of a file in such a folder; a slash separates on drives and shares as well. */
export function inReportFolder(folder: string, name: string): string {
  return /[\\/]$/.test(folder) ? `${folder}${name}` : `${folder}/${name}`;
}

function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'code' in error;
}
