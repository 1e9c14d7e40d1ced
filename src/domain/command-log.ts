/**
 * One run of a cmdlet as the product's log records it (domain facts 3.3): entries in the order they happened.
 * Every text in here is already safe to show (log-text.ts); renderers only add their format's own escaping.
 */
export interface CommandLog {
  /** The cmdlet's name as the caller typed it. */
  readonly name: string;
  readonly startedAt: Date;
  readonly entries: readonly LogEntry[];
}

export type LogEntry = InfoEntry | WarningEntry | ErrorEntry | ExceptionEntry | NamesEntry | ActionEntry;

/** Lines of a text are separated by one line feed, in every entry. */
export interface InfoEntry {
  readonly kind: 'info';
  readonly time: Date;
  readonly title: string | undefined;
  readonly text: string;
}

export interface WarningEntry {
  readonly kind: 'warning';
  readonly time: Date;
  readonly text: string;
}

export interface ErrorEntry {
  readonly kind: 'error';
  readonly time: Date;
  readonly title: string;
  readonly text: string;
}

export interface ExceptionEntry {
  readonly kind: 'exception';
  readonly time: Date;
  /** Full .NET name, e.g. `System.InvalidOperationException`. */
  readonly type: string;
  readonly message: string;
  /** Empty where there is none. */
  readonly stackTrace: string;
  readonly inner: ExceptionEntry | undefined;
}

/** Requested names and why each is there: an addition to the product's log, shown by the page only. */
export interface NamesEntry {
  readonly kind: 'names';
  readonly time: Date;
  readonly requested: readonly ReasonedName[];
  readonly omitted: readonly ReasonedName[];
}

export interface ReasonedName {
  readonly name: string;
  readonly reason: string;
}

/** A step with its own entries; the product leaves some unnamed. */
export interface ActionEntry {
  readonly kind: 'action';
  readonly time: Date;
  readonly name: string | undefined;
  readonly entries: readonly LogEntry[];
  /** Undefined where the run ended before the step did. */
  readonly completedAt: Date | undefined;
}
