import { chmodSync, lstatSync, type Stats } from 'node:fs';
import { commandError } from '../../domain/errors/catalogue.ts';
import { isMissing } from './file-fault.ts';

const WRITABLE_BY_OTHERS = 0o022;
const ANYTHING_FOR_OTHERS = 0o077;

/** Looks at a path without following it when it is a symbolic link; undefined where there is nothing. */
export function lookAt(path: string): Stats | undefined {
  try {
    return lstatSync(path);
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

/**
 * Proves that a folder is this account's alone and takes away what others may read (design, Deployment). Error
 * `StateFolderRefused`.
 */
export function claimFolder(path: string, found: Stats): void {
  if (found.isSymbolicLink()) refuse(path, 'it is a symbolic link', 'Name the folder itself.');
  if (!found.isDirectory()) refuse(path, 'it is not a folder', 'Name another folder.');
  claim(path, found, 0o700);
}

/** The same for a file. */
export function claimFile(path: string, found: Stats): void {
  if (found.isSymbolicLink()) refuse(path, 'it is a symbolic link', 'Put the file itself there.');
  if (!found.isFile()) refuse(path, 'it is not a regular file', 'Remove it.');
  claim(path, found, 0o600);
}

/** Windows keeps the per-user data folder to its user by inherited access rules, and shows no modes. */
function claim(path: string, found: Stats, mode: number): void {
  const self = process.geteuid?.();
  if (self === undefined) return;
  if (found.uid !== self) refuse(path, 'it belongs to another user', 'Use a folder that this account owns.');
  if ((found.mode & WRITABLE_BY_OTHERS) !== 0) {
    refuse(path, 'other users can write to it', `Take that right away, for example with: chmod go-rwx "${path}"`);
  }
  if ((found.mode & ANYTHING_FOR_OTHERS) !== 0) chmodSync(path, mode);
}

function refuse(path: string, reason: string, cure: string): never {
  throw commandError('StateFolderRefused', { path, reason, cure }, { target: path });
}
