import type { Append } from '../ports/export-files.ts';

/** A file that a command exports. */
export interface ExportedFile {
  /** As it was typed. */
  readonly path: string;
  /** A private key is in it: it is for this user only. */
  readonly isSecret: boolean;
}

/**
 * Writes a file all or nothing, in folders that are made; one that exists is replaced only if it is an earlier export:
 * nothing else that a user has is lost by a mistyped path. Gives this host's path.
 */
export type SaveExport = (file: ExportedFile, fill: (append: Append) => Promise<void> | void) => Promise<string>;
