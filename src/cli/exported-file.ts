import { open, rename, rm } from 'node:fs/promises';
import { commandError } from '../domain/errors/catalogue.ts';

/** Writes a file all or nothing; one with a private key is for this user alone. */
export async function writeExportedFile(path: string, content: string | Uint8Array, secret: boolean): Promise<void> {
  const temporary = `${path}.${process.pid}.tmp`;
  try {
    const handle = await open(temporary, 'wx', secret ? 0o600 : 0o644);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    const reason = error instanceof Error ? error.message : String(error);
    throw commandError('ExportNotWritten', { path, reason }, { target: path, cause: error });
  }
}
