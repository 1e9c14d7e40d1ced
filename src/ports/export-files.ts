/** A file that an export writes. */
export interface ExportTarget {
  /** As the user gave it: a path of this host, of a Windows drive or of a share; relative to `location`. */
  readonly path: string;
  /** Absolute path of the caller's folder. */
  readonly location: string;
  /** A private key is in it: it is for this user only. */
  readonly isSecret: boolean;
  /** What of the files that may be there it takes the place of. */
  readonly replaces: 'nothing' | 'an earlier export' | 'a writable file' | 'any file';
  /** Makes the folders of the path. Those of a share are made in any case: it is there when it is named. */
  readonly makesFolders: boolean;
}

/** Takes a piece of the content. */
export type Append = (piece: string | Uint8Array) => void;

/** Files of exports. */
export interface ExportFiles {
  /**
   * Writes a file all or nothing, durable when the promise resolves; what `fill` throws leaves none behind. Gives the
   * absolute path on this host. Errors `ExportNotWritten`, `ExportFileExists`, `ExportFileReadOnly`.
   */
  write(target: ExportTarget, fill: (append: Append) => Promise<void> | void): Promise<string>;
}
