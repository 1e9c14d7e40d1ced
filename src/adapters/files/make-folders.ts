import { mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { isMissing } from './file-fault.ts';

/**
 * Makes a folder and those above it that are missing; gives what was made, the innermost first. One by one: where a
 * system answers "no such folder" although the folder above is there (`/proc`), `recursive` of Node.js never ends.
 * Throws the file system's own errors.
 */
export function makeFolders(path: string, mode: number): readonly string[] {
  try {
    return makeOne(path, mode);
  } catch (error) {
    if (!isMissing(error) || isFolder(dirname(path))) throw error;
  }
  const above = makeFolders(dirname(path), mode);
  return [...makeOne(path, mode), ...above];
}

function makeOne(path: string, mode: number): readonly string[] {
  try {
    mkdirSync(path, { mode });
    return [path];
  } catch (error) {
    // Another process may have been faster; and a folder that is there may lie where nothing can be made.
    if (isFolder(path)) return [];
    throw error;
  }
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
