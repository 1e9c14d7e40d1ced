import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { commandError } from '../../domain/errors/catalogue.ts';
import { fileFaultReason } from './file-fault.ts';
import { joinRealPath, realPath } from './real-path.ts';
import { type FileRules, judgePlace, windowsDrives } from './refused-places.ts';
import { resolveUserPath } from './user-path.ts';
import { RefusedPath } from './windows-drives.ts';
import { isSharePath } from './windows-path.ts';

/**
 * Where an export may go: this host's absolute path for a path that a user gave, of a Windows drive too. Only looks.
 * Error `ExportNotWritten`.
 */
export function locateExport(path: string, location: string, rules: FileRules): string {
  const drives = windowsDrives(rules);
  try {
    const real = realPath(resolveUserPath(path, location, drives));
    const verdict = judgePlace(real, rules);
    if ('refusedBy' in verdict) throw new RefusedPath(`it lies in ${verdict.refusedBy}`);
    return joinRealPath(real);
  } catch (error) {
    if (!(error instanceof RefusedPath)) throw error;
    throw commandError('ExportNotWritten', { path, reason: error.message }, { target: path, cause: error });
  }
}

/**
 * The same for a file that is written next. A share is there when it is named, with the folders of the path, for this
 * user only, as for -Output; any other folder is the user's own affair.
 */
export function prepareExport(path: string, location: string, rules: FileRules): string {
  const target = locateExport(path, location, rules);
  if (process.platform === 'win32' || !isSharePath(path)) return target;
  try {
    mkdirSync(dirname(target), { recursive: true, mode: 0o700 });
  } catch (error) {
    const reason = fileFaultReason(error);
    if (reason === undefined) throw error;
    throw commandError('ExportNotWritten', { path, reason }, { target: path, cause: error });
  }
  return target;
}
