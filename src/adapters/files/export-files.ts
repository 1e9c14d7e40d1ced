import { closeSync, existsSync, openSync, readSync } from 'node:fs';
import { dirname } from 'node:path';
import { commandError } from '../../domain/errors/catalogue.ts';
import type { ExportFiles, ExportTarget } from '../../ports/export-files.ts';
import { HEAD_LENGTH, isEarlierExport } from './earlier-export.ts';
import { fileFaultReason } from './file-fault.ts';
import { inspectTarget, type OutputTarget } from './output-target.ts';
import { type FileRules, windowsDrives } from './refused-places.ts';
import { beginReplacement } from './replacing-file.ts';
import { resolveUserPath } from './user-path.ts';
import { RefusedPath } from './windows-drives.ts';
import { isSharePath } from './windows-path.ts';

/** Files of exports under the given rules. */
export function createExportFiles(rules: FileRules): ExportFiles {
  return {
    write: async (wanted, fill) => {
      const guarded = <Result>(run: () => Result) => withExportErrors(wanted.path, run);
      const target = guarded(() => examine(wanted, rules));
      const file = guarded(() => beginReplacement(target, true));
      try {
        await fill((piece) => guarded(() => file.append(piece)));
        guarded(() => file.finish());
      } finally {
        file.abandon();
      }
      return target.path;
    },
  };
}

function examine(wanted: ExportTarget, rules: FileRules): OutputTarget {
  const { path, location, isSecret, makesFolders } = wanted;
  const target = inspectTarget(resolveUserPath(path, location, windowsDrives(rules)), rules);
  if (!makesFolders && !isSharePath(path) && !existsSync(dirname(target.path))) {
    throw new RefusedPath('its folder does not exist');
  }
  if (target.existing !== undefined) checkReplaceable(wanted, { ...target, existing: target.existing });
  return { ...target, isPrivate: target.isPrivate || isSecret };
}

function checkReplaceable(
  { path, replaces }: ExportTarget,
  target: OutputTarget & { readonly existing: NonNullable<OutputTarget['existing']> },
): void {
  switch (replaces) {
    case 'nothing':
      throw commandError('ExportFileExists', { path }, { target: path });
    case 'an earlier export':
      if (!isEarlierExport(headOf(target.path))) throw new RefusedPath('it exists, and is not an earlier export');
      return;
    case 'a writable file':
      if ((target.existing.mode & 0o222) === 0) throw commandError('ExportFileReadOnly', { path }, { target: path });
      return;
    case 'any file':
  }
}

function headOf(path: string): Uint8Array {
  const descriptor = openSync(path, 'r');
  try {
    const head = new Uint8Array(HEAD_LENGTH);
    return head.subarray(0, readSync(descriptor, head, 0, HEAD_LENGTH, 0));
  } finally {
    closeSync(descriptor);
  }
}

/** Turns what the file system answers into the errors of exports; `path` is shown. */
function withExportErrors<Result>(path: string, run: () => Result): Result {
  try {
    return run();
  } catch (error) {
    const reason = error instanceof RefusedPath ? error.message : fileFaultReason(error);
    if (reason === undefined) throw error;
    throw commandError('ExportNotWritten', { path, reason }, { target: path, cause: error });
  }
}
