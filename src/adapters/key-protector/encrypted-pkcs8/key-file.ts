import { randomBytes } from 'node:crypto';
import { linkSync, readFileSync, rmSync } from 'node:fs';
import { commandError } from '../../../domain/errors/catalogue.ts';
import { createExclusively, fillAndClose, syncFolderOf, temporaryNameFor } from '../../files/exclusive-file.ts';
import { fileErrorCode } from '../../files/file-fault.ts';
import { claimFile, lookAt } from '../../files/ownership.ts';

/** Bytes of a key-protection key. */
const KEY_LENGTH = 32;

/** Reads the key file, having proved that it is this account's own; undefined where there is none. */
export function readKeyFile(path: string): Uint8Array | undefined {
  const found = lookAt(path);
  if (found === undefined) return undefined;
  claimFile(path, found);
  if (found.size !== KEY_LENGTH) {
    const needed = 'a key file of 32 bytes';
    throw commandError('KeyProtectionKeyWrong', { needed, found: `"${path}" has ${found.size}` }, { target: path });
  }
  return readFileSync(path);
}

/**
 * Makes the key file (0600), complete and durable before its name appears; where another process was first, theirs
 * stays.
 */
export function makeKeyFile(path: string): void {
  const draft = temporaryNameFor(path);
  try {
    fillAndClose(createExclusively(draft, 0o600), randomBytes(KEY_LENGTH));
    linkSync(draft, path);
    syncFolderOf(path);
  } catch (error) {
    if (fileErrorCode(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}
