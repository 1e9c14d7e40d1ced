import { constants, type FileHandle, open, stat } from 'node:fs/promises';
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
export async function readDocumentFile(document: ConfigurationDocument, path: string): Promise<Buffer> {
  try {
    if (!(await stat(path)).isFile()) throw notReadable(document, path, 'it is not a regular file');
    // O_NONBLOCK: a FIFO that took the file's place since would block the open for ever. Windows has no such flag.
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      return await readRegularFile(document, path, file);
    } finally {
      await file.close();
    }
  } catch (error) {
    if (!isSystemError(error)) throw error;
    throw notReadable(document, path, REASONS[error.code] ?? `the system answered ${error.code}`, error);
  }
}

async function readRegularFile(document: ConfigurationDocument, path: string, file: FileHandle): Promise<Buffer> {
  const stats = await file.stat();
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
    const { bytesRead } = await file.read(bytes, length, bytes.length - length, length);
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
