import { closeSync, rmSync, writeFileSync } from 'node:fs';
import { createExclusively } from './exclusive-file.ts';

/** A file whose place is taken and whose content is still to come. */
export interface PendingFile {
  append(piece: string | Uint8Array): void;
  /** Puts the file where it belongs. */
  finish(): void;
  /** Leaves everything as it was. Does nothing after `finish`. */
  abandon(): void;
}

/** Takes a place where nothing was, for this user only. Throws the file system's own errors. */
export function beginExclusiveFile(path: string): PendingFile {
  const descriptor = createExclusively(path, 0o600);
  let open = true;
  const removeAtExit = (): void => rmSync(path, { force: true });
  // PowerShell may end this process in the middle of a call: an empty file would be all that is left of it.
  process.once('exit', removeAtExit);
  const close = (): void => {
    if (open) closeSync(descriptor);
    open = false;
    process.off('exit', removeAtExit);
  };
  return {
    append: (piece) => writeFileSync(descriptor, piece),
    finish: close,
    abandon: () => {
      if (!open) return;
      close();
      rmSync(path, { force: true });
    },
  };
}
