import { commandError } from '../../../domain/errors/catalogue.ts';
import { CommandError } from '../../../domain/errors/command-error.ts';
import { fileErrorCode, fileFaultReason } from '../../files/file-fault.ts';
import { BUSY_BUDGET, extendedResultCode, sqliteResultCode } from './busy-retry.ts';

/** A stored value that no program of ours has written. */
export class DamagedRow extends Error {}

/** SQLITE_IOERR_SHMSIZE: the file beside the log is made at the first opening, and found no room. */
const SHARED_MEMORY_NOT_GROWN = 4874;

/** Turns whatever a database or file call threw into the error that a user sees; `path` is the store's. */
export function storeFault(error: unknown, path: string): CommandError {
  if (error instanceof CommandError) return error;
  const options = { target: path, cause: error };
  if (error instanceof DamagedRow) return commandError('StoreDamaged', { path, detail: error.message }, options);
  if (extendedResultCode(error) === SHARED_MEMORY_NOT_GROWN) return commandError('StoreFull', { path }, options);
  const code = sqliteResultCode(error);
  if (code !== undefined) return sqliteFault(code, String(error), path, options);
  return fileFault(error, path, options);
}

type FaultOptions = { readonly target: string; readonly cause: unknown };

/** Result codes: sqlite.org/rescode.html. */
function sqliteFault(code: number, text: string, path: string, options: FaultOptions): CommandError {
  switch (code) {
    case 5: // BUSY
    case 6: // LOCKED
      return commandError('StoreBusy', { path, seconds: Math.round(BUSY_BUDGET / 1000) }, options);
    case 3: // PERM
    case 8: // READONLY
      return commandError('StoreNotWritable', { path, reason: 'the file or its folder is read-only' }, options);
    case 14: // CANTOPEN
      return commandError('StoreNotWritable', { path, reason: 'a file beside it cannot be opened' }, options);
    case 13: // FULL
      return commandError('StoreFull', { path }, options);
    case 11: // CORRUPT
    case 26: // NOTADB
      return commandError('StoreDamaged', { path, detail: 'its pages contradict each other' }, options);
    default:
      return commandError('StoreFailed', { path, detail: text }, options);
  }
}

function fileFault(error: unknown, path: string, options: FaultOptions): CommandError {
  const reason = fileFaultReason(error);
  if (reason === undefined) return commandError('StoreFailed', { path, detail: String(error) }, options);
  if (fileErrorCode(error) === 'ENOSPC') return commandError('StoreFull', { path }, options);
  return commandError('StoreNotWritable', { path, reason }, options);
}
