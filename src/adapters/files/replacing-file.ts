import { chmodSync, closeSync, fsyncSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createExclusively, syncFolderOf, temporaryNameFor } from './exclusive-file.ts';
import { sweepLeftovers } from './leftovers.ts';
import { makeFolders } from './make-folders.ts';
import type { OutputTarget } from './output-target.ts';
import type { PendingFile } from './pending-file.ts';

/**
 * Begins a file that takes another's place all at once. It is a temporary file in the same folder, which proves that
 * the folder can be written to; missing folders are made, and go again if nothing comes of it. With `durable` the disk
 * is waited for; without it a power cut may leave the old content. Throws the file system's own errors.
 */
export function beginReplacement(target: OutputTarget, durable: boolean): PendingFile {
  const madeFolders = makeFoldersFor(target);
  sweepLeftovers(dirname(target.path));
  const draft = temporaryNameFor(target.path);
  try {
    return replacementBy(draft, createExclusively(draft, modeOf(target)), { target, durable, madeFolders });
  } catch (error) {
    removeFolders(madeFolders);
    throw error;
  }
}

interface Replacement {
  readonly target: OutputTarget;
  readonly durable: boolean;
  readonly madeFolders: readonly string[];
}

function replacementBy(draft: string, descriptor: number, { target, durable, madeFolders }: Replacement): PendingFile {
  let state: 'open' | 'closed' | 'settled' = 'open';
  const close = (): void => {
    if (state === 'open') closeSync(descriptor);
    state = 'closed';
  };
  const abandon = (): void => {
    if (state === 'settled') return;
    close();
    rmSync(draft, { force: true });
    removeFolders(madeFolders);
    state = 'settled';
  };
  const finish = (): void => {
    if (durable) fsyncSync(descriptor);
    close();
    renameSync(draft, target.path);
    state = 'settled';
    if (durable) syncFolderOf(target.path);
  };
  return { append: (piece) => writeFileSync(descriptor, piece), finish, abandon };
}

/** A private file is for its user only; one that is replaced hands its mode on; else the umask decides. */
function modeOf({ isPrivate, existing }: OutputTarget): number | undefined {
  return isPrivate ? 0o600 : existing === undefined ? undefined : existing.mode & 0o777;
}

/** The folders that were made, the innermost first. */
function makeFoldersFor({ path, isPrivate }: OutputTarget): readonly string[] {
  const made = makeFolders(dirname(path), isPrivate ? 0o700 : 0o777);
  if (isPrivate) for (const folder of made) chmodSync(folder, 0o700);
  return made;
}

function removeFolders(folders: readonly string[]): void {
  try {
    for (const folder of folders) rmdirSync(folder);
  } catch {
    // Somebody has put something into it in the meantime: then it stays.
  }
}
