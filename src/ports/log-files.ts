/** The XML log and the HTML page of one command, side by side. */
export interface LogPair {
  /** Absolute paths on this host. */
  readonly xmlPath: string;
  readonly htmlPath: string;
  /** Writes both, each all or nothing. */
  write(xml: string, html: string): Promise<void>;
  /** Gives the pair up; what the reservation made is removed. Does nothing after `write`. */
  release(): Promise<void>;
}

/**
 * Where logs go. Everything is reserved early, so that an unwritable place is an error before there is a key:
 * `OutputPathRefused` or `FileNotWritten`.
 */
export interface LogFiles {
  /** `<temporary folder>/<cmdlet>-<guid>.xml` and `.html`, made exclusively for this user (domain facts 3.2). */
  reserveDefault(cmdlet: string, guid: string): Promise<LogPair>;
  /**
   * The pair of `-Report path`; files that exist are replaced. Where the path is a folder, the pair goes into it as
   * `ownName`. `location` is the caller's folder, absolute.
   */
  reserveReport(path: string, location: string, ownName: string): Promise<LogPair>;
  /** The paths that `reserveReport` would take, undefined in a folder, where nothing else has them; looks only. */
  examineReport(
    path: string,
    location: string,
  ): Promise<{ readonly xmlPath: string; readonly htmlPath: string } | undefined>;
}
