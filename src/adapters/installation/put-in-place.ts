import { chmodSync, renameSync, rmdirSync, rmSync, symlinkSync } from 'node:fs';
import { commandError } from '../../domain/errors/catalogue.ts';
import { CommandError } from '../../domain/errors/command-error.ts';
import { createExclusively, fillAndClose, temporaryNameFor } from '../files/exclusive-file.ts';
import { fileFaultReason } from '../files/file-fault.ts';
import { makeFolders } from '../files/make-folders.ts';

export function makeFolder(path: string, isPrivate: boolean): void {
  makeFolders(path, isPrivate ? 0o700 : 0o777);
  if (isPrivate) chmodSync(path, 0o700);
}

export function putFile(path: string, content: string, isPrivate: boolean): void {
  const draft = temporaryNameFor(path);
  fillAndClose(createExclusively(draft, isPrivate ? 0o600 : undefined), content);
  renameSync(draft, path);
}

/** A junction, on Windows, needs no right of its own. */
export function putLink(path: string, target: string): void {
  rmSync(path, { force: true });
  symlinkSync(target, path, 'junction');
}

/** The innermost first; gives those that went. One that holds something else stays. */
export function removeEmptyFolders(folders: readonly string[]): readonly string[] {
  const gone: string[] = [];
  for (const folder of folders.toSorted((left, right) => right.length - left.length)) {
    try {
      rmdirSync(folder);
      gone.push(folder);
    } catch (error) {
      if (fileFaultReason(error) === undefined) throw error;
    }
  }
  return gone;
}

/** Runs and turns what the file system answers into `InstallationFailed`. */
export function withFileErrors<Result>(path: string, run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    if (error instanceof CommandError) throw error;
    const reason = fileFaultReason(error);
    if (reason === undefined) throw error;
    throw commandError('InstallationFailed', { path, reason }, { target: path, cause: error });
  }
}
