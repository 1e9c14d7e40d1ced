import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { commandError } from '../domain/errors/catalogue.ts';
import { isCommandError } from '../domain/errors/command-error.ts';

/** Writes a file all or nothing; one with a private key is for this user alone. */
export function writeExportedFile(path: string, content: string | Uint8Array, secret: boolean): Promise<void> {
  return fillExportedFile(path, secret, (handle) => handle.writeFile(content));
}

/** The same for content that comes in pieces; what `fill` throws leaves no file behind. */
export async function fillExportedFile(
  path: string,
  secret: boolean,
  fill: (handle: FileHandle) => Promise<void>,
): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    const handle = await open(temporary, 'wx', secret ? 0o600 : 0o644);
    try {
      await fill(handle);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    if (isCommandError(error)) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw commandError('ExportNotWritten', { path, reason }, { target: path, cause: error });
  }
}
