export interface RequestFileTarget {
  /** As the user gave it: a path of this host or of a Windows drive; relative to `location`. */
  readonly path: string;
  /** Absolute path of the caller's folder. */
  readonly location: string;
  /** Replace a file that is no certificate request. */
  readonly force: boolean;
}

/** A place where a request file can be written. */
export interface ReservedRequestFile {
  /** Absolute path on this host. */
  readonly path: string;
  /** Puts the text there, all or nothing, durable when the promise resolves. */
  write(text: string): Promise<void>;
  /** Gives the place up; what the reservation made is removed. Does nothing after `write`. */
  release(): Promise<void>;
}

/**
 * Files of `-Output`. Both methods fail with `OutputPathRefused`, `OutputFileExists` or `FileNotWritten`, and leave
 * everything as it was.
 */
export interface RequestFiles {
  /** The absolute path on this host where the file would go; looks only, for -WhatIf. */
  examine(target: RequestFileTarget): Promise<string>;
  /** Proves that the file can be written, before there is a key: makes missing folders and a temporary file. */
  reserve(target: RequestFileTarget): Promise<ReservedRequestFile>;
}
