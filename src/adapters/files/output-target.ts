import { lstatSync, type Stats } from 'node:fs';
import { commandError } from '../../domain/errors/catalogue.ts';
import { CommandError } from '../../domain/errors/command-error.ts';
import { fileFaultReason } from './file-fault.ts';
import { isDanglingLink, joinRealPath, realPath } from './real-path.ts';
import { type FileRules, judgePlace } from './refused-places.ts';
import { resolveUserPath } from './user-path.ts';
import { RefusedPath, type WindowsDrives } from './windows-drives.ts';

/** A place that a file may be written to. */
export interface OutputTarget {
  /** Absolute path on this host, without symbolic links. */
  readonly path: string;
  /** What is there now. */
  readonly existing: Stats | undefined;
  /** For this user only: the state folder's own rule. */
  readonly isPrivate: boolean;
}

/** The parameter whose value is judged; errors name it. */
export type PathParameter = 'Output' | 'Report';

/** The real place behind a user's path. Only looks. Errors `OutputPathRefused`, `FileNotWritten`. */
export function locateTarget(
  parameter: PathParameter,
  path: string,
  location: string,
  rules: FileRules,
  drives: WindowsDrives | undefined,
): OutputTarget {
  return withFileErrors(parameter, path, () => inspectTarget(resolveUserPath(path, location, drives), rules));
}

/** Runs and turns what the file system answers into the parameter's errors; `path` is shown. */
export function withFileErrors<Result>(parameter: PathParameter, path: string, run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    if (error instanceof CommandError) throw error;
    const options = { target: path, cause: error };
    if (error instanceof RefusedPath) {
      throw commandError('OutputPathRefused', { parameter, path, reason: error.message }, options);
    }
    const reason = fileFaultReason(error);
    if (reason === undefined) throw error;
    throw commandError('FileNotWritten', { parameter, path, reason }, options);
  }
}

/** The real place behind an absolute path of this host. Only looks. Throws RefusedPath and the file system's own errors. */
export function inspectTarget(path: string, rules: FileRules): OutputTarget {
  if (isDanglingLink(path)) throw new RefusedPath('it is a symbolic link to nothing');
  const real = realPath(path);
  const verdict = judgePlace(real, rules);
  if ('refusedBy' in verdict) throw new RefusedPath(`it lies in ${verdict.refusedBy}`);
  const existing = real.missing.length === 0 ? lstatSync(real.existing) : undefined;
  if (existing?.isDirectory()) throw new RefusedPath('it is a folder');
  if (existing !== undefined && !existing.isFile()) throw new RefusedPath('it is not a regular file');
  return { path: joinRealPath(real), existing, isPrivate: verdict.onDrive };
}
