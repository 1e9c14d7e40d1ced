import { commandError } from '../../domain/errors/catalogue.ts';
import { joinRealPath, realPath } from './real-path.ts';
import { type FileRules, judgePlace, windowsDrives } from './refused-places.ts';
import { resolveUserPath } from './user-path.ts';
import { RefusedPath } from './windows-drives.ts';

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
