import { type FileHandle, mkdir, open, realpath, rename, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { getSystemErrorMessage } from 'node:util';
import { commandError } from '../domain/errors/catalogue.ts';
import { isCommandError } from '../domain/errors/command-error.ts';
import { HEAD_LENGTH, isEarlierExport } from './earlier-export.ts';

/** Writes a file all or nothing; one with a private key is for this user alone. */
export function writeExportedFile(path: string, content: string | Uint8Array, secret: boolean): Promise<void> {
  return fillExportedFile(path, secret, (handle) => handle.writeFile(content));
}

/**
 * The same for content that comes in pieces; what `fill` throws leaves no file behind. A file that exists is replaced
 * only if it is an earlier export: nothing else that a user has is lost by a mistyped path.
 */
export async function fillExportedFile(
  path: string,
  secret: boolean,
  fill: (handle: FileHandle) => Promise<void>,
): Promise<void> {
  const target = await replaceableTarget(path);
  await mkdir(dirname(target), { recursive: true }).catch((error) => {
    throw notWritten(path, reasonOf(error), error);
  });
  const temporary = `${target}.${process.pid}.tmp`;
  try {
    const handle = await open(temporary, 'wx', secret ? 0o600 : 0o644);
    try {
      await fill(handle);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    if (isCommandError(error)) throw error;
    throw notWritten(path, reasonOf(error), error);
  }
}

/** The file itself where the path is a symbolic link. */
async function replaceableTarget(path: string): Promise<string> {
  try {
    const found = await stat(path);
    if (!found.isFile()) throw notWritten(path, 'it is not a regular file');
    if (!isEarlierExport(await headOf(path))) throw notWritten(path, 'it exists, and is not an earlier export');
    return await realpath(path);
  } catch (error) {
    if (isMissing(error)) return path;
    throw isCommandError(error) ? error : notWritten(path, reasonOf(error), error);
  }
}

async function headOf(path: string): Promise<Uint8Array> {
  const handle = await open(path, 'r');
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(HEAD_LENGTH), 0, HEAD_LENGTH, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function reasonOf(error: unknown): string {
  if (error instanceof Error && 'errno' in error && typeof error.errno === 'number') {
    return getSystemErrorMessage(error.errno);
  }
  return error instanceof Error ? error.message : String(error);
}

function notWritten(path: string, reason: string, cause?: unknown) {
  return commandError('ExportNotWritten', { path, reason }, { target: path, cause });
}
