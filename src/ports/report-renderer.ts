import type { CommandLog } from '../domain/command-log.ts';

export interface ReportOptions {
  /** As the page's title names it, e.g. `Lync Server 2013`. */
  readonly productName: string;
  /** .NET or POSIX name; empty, C and POSIX give en-US formats. */
  readonly culture: string;
  /** IANA name; absent: the machine's own. */
  readonly timeZone?: string;
}

/** The two forms of a command's log. Both are pure and give the whole file's text, line ends included. */
export interface ReportRenderer {
  /** The XML log (domain facts 3.3); times in UTC, byte order mark first. */
  xml(log: CommandLog): string;
  /** The page (domain facts 3.4); times local. */
  html(log: CommandLog, options: ReportOptions): string;
}
