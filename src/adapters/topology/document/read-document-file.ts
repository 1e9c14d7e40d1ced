import { closeSync, constants, fstatSync, openSync, readSync, statSync } from 'node:fs';
import { commandError } from '../../../domain/errors/catalogue.ts';
import type { ConfigurationDocument } from '../../../domain/errors/topology-errors.ts';

const MEGABYTE = 1024 * 1024;

/** Largest file that is read, in megabytes. */
const FILE_LIMIT_MEGABYTES = 32;

const REASONS: { readonly [code: string]: string } = {
  ENOENT: 'there is no such file',
  ENOTDIR: 'a part of its path is not a folder',
  EACCES: 'access is denied',
  EPERM: 'access is denied',
  ELOOP: 'its links lead nowhere',
  ENAMETOOLONG: 'its path is too long',
};

/**
 * The bytes of a regular file of at most 32 MB; a larger one is refused before anything is read, a device or FIFO
 * before it is opened. Throws TopologyNotReadable or TopologyTooLarge.
 */
export function readDocumentFile(document: ConfigurationDocument, path: string): Buffer {
  try {
    if (!statSync(path).isFile()) throw notReadable(document, path, 'it is not a regular file');
    // O_NONBLOCK: a FIFO that took the file's place since would block the open for ever. Windows has no such flag.
    const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      return readRegularFile(document, path, file);
    } finally {
      closeSync(file);
    }
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw notReadable(document, path, REASONS[error.code] ?? `the system answered ${error.code}`, error);
  }
}

function readRegularFile(document: ConfigurationDocument, path: string, file: number): Buffer {
  const stats = fstatSync(file);
  if (!stats.isFile()) throw notReadable(document, path, 'it is not a regular file');
  const limit = FILE_LIMIT_MEGABYTES * MEGABYTE;
  if (stats.size > limit)
    throw commandError(
      'TopologyTooLarge',
      { document, path, limitMegabytes: FILE_LIMIT_MEGABYTES, unpacked: false },
      { target: path },
    );
  const bytes = Buffer.alloc(stats.size);
  let length = 0;
  while (length < bytes.length) {
    const bytesRead = readSync(file, bytes, length, bytes.length - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  return bytes.subarray(0, length);
}

function notReadable(document: ConfigurationDocument, path: string, reason: string, cause?: unknown) {
  return commandError('TopologyNotReadable', { document, path, reason }, { target: path, cause });
}

function isSystemError(error: unknown): error is Error & { readonly code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' && 'syscall' in error;
}
