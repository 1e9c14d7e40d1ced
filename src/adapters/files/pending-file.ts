import { closeSync, rmSync, writeFileSync } from 'node:fs';
import { createExclusively } from './exclusive-file.ts';

/** A file whose place is taken and whose content is still to come. */
export interface PendingFile {
  finish(content: string): void;
  /** Leaves everything as it was. Does nothing after `finish`. */
  abandon(): void;
}

/** Takes a place where nothing was, for this user only. Throws the file system's own errors. */
export function beginExclusiveFile(path: string): PendingFile {
  const descriptor = createExclusively(path, 0o600);
  let open = true;
  const close = (): void => {
    if (open) closeSync(descriptor);
    open = false;
  };
  return {
    finish: (content) => {
      writeFileSync(descriptor, content);
      close();
    },
    abandon: () => {
      if (!open) return;
      close();
      rmSync(path, { force: true });
    },
  };
}
