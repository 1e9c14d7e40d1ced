import type { ActionEntry, CommandLog, ExceptionEntry, LogEntry, ReasonedName } from '../command-log.ts';
import type { DateFormat } from '../culture-date.ts';
import type { CertificateReference } from '../request/certificate-reference.ts';
import { logLine, logLines, logList } from './log-text.ts';
import { outputBlock } from './output-block.ts';

export interface LogContext {
  readonly now: () => Date;
  /** For the dates inside the Output block; entries keep their own times as dates. */
  readonly formatDate: DateFormat;
}

/** What a verb knows of an exception; `stackTrace` may have several lines. */
export interface LoggedException {
  /** Full .NET name. */
  readonly type: string;
  readonly message: string;
  readonly stackTrace?: string | undefined;
  readonly inner?: LoggedException | undefined;
}

/** Causes may form a ring; no real chain is longer. */
const INNER_LIMIT = 16;

type OpenAction = { readonly time: Date; readonly name: string | undefined; readonly entries: LogEntry[] };

/**
 * Records one run. Each entry goes into the innermost open action and takes the time of its call. Texts are made
 * safe to show here: one line each, control and bidirectional characters escaped, 2,000 characters a line at most.
 */
export class CommandLogBuilder {
  readonly #name: string;
  readonly #context: LogContext;
  readonly #startedAt: Date;
  readonly #entries: LogEntry[] = [];
  readonly #open: OpenAction[] = [];

  constructor(name: string, context: LogContext) {
    this.#name = logLine(name);
    this.#context = context;
    this.#startedAt = context.now();
  }

  /** Several lines are given as several strings; a line break inside one is escaped. */
  info(text: string | readonly string[], options: { readonly title?: string } = {}): void {
    const lines = typeof text === 'string' ? [text] : text;
    this.#addInfo(lines.map((line) => logLine(line)).join('\n'), options.title);
  }

  /** A line with many values, comma-separated; never cut as a whole, e.g. `Subject alternative name: a,b,c`. */
  list(label: string, values: readonly string[]): void {
    this.#addInfo(`${logLine(label)}${logList(values)}`, undefined);
  }

  /** A sentence around comma lists, which are never cut as a whole. */
  sentence(parts: readonly (string | readonly string[])[]): void {
    this.#addInfo(parts.map((part) => (typeof part === 'string' ? logLine(part) : logList(part))).join(''), undefined);
  }

  warning(text: string): void {
    this.#add({ kind: 'warning', time: this.#context.now(), text: logLine(text) });
  }

  error(text: string): void {
    this.#add({ kind: 'error', time: this.#context.now(), title: 'Error', text: logLine(text) });
  }

  exception(exception: LoggedException): void {
    this.#add(exceptionEntry(exception, this.#context.now()));
  }

  names(requested: readonly ReasonedName[], omitted: readonly ReasonedName[] = []): void {
    const safe = ({ name, reason }: ReasonedName) => ({ name: logLine(name), reason: logLine(reason) });
    this.#add({
      kind: 'names',
      time: this.#context.now(),
      requested: requested.map(safe),
      omitted: omitted.map(safe),
    });
  }

  /** `short`: with the properties of Lync Server 2010 only. */
  output(reference: CertificateReference, short = false): void {
    this.#addInfo(outputBlock(reference, this.#context.formatDate, short), 'Output');
  }

  beginAction(name?: string): void {
    this.#open.push({ time: this.#context.now(), name: name === undefined ? undefined : logLine(name), entries: [] });
  }

  /** Ends the innermost open action; without one nothing happens. */
  complete(): void {
    const action = this.#open.pop();
    if (action !== undefined) this.#add(actionEntry(action, this.#context.now()));
  }

  /** The product's trailer of a run that reached its end (domain facts 3.3); `writes` says what it wrote centrally. */
  finish(writes: readonly string[] = []): void {
    this.#completeAll();
    this.info('Command processing is complete.', { title: 'Command Status' });
    this.beginAction('DeploymentXdsCmdlet.SaveCachedItems');
    this.info(`"${writes.length}" updates`);
    for (const write of writes) this.info(write);
    this.complete();
    this.info('Command run is complete.', { title: 'Command Status' });
  }

  /**
   * The product's failure shape (domain facts 3.3): the exception where it happened, every open action completed,
   * then the error and the exception once more for the run. Nothing follows it.
   */
  fail(exception: LoggedException): void {
    if (this.#open.length > 0) this.exception(exception);
    this.#completeAll();
    this.error(`An error occurred: "${exception.type}" "${exception.message}"`);
    this.exception(exception);
  }

  /** The run so far; actions still open are in it without a completion. */
  toLog(): CommandLog {
    const unfinished = this.#open.reduceRight<ActionEntry | undefined>((inner, action) => {
      const entries = inner === undefined ? [...action.entries] : [...action.entries, inner];
      return actionEntry({ ...action, entries }, undefined);
    }, undefined);
    const entries = unfinished === undefined ? [...this.#entries] : [...this.#entries, unfinished];
    return { name: this.#name, startedAt: this.#startedAt, entries };
  }

  #completeAll(): void {
    while (this.#open.length > 0) this.complete();
  }

  #addInfo(text: string, title: string | undefined): void {
    this.#add({
      kind: 'info',
      time: this.#context.now(),
      title: title === undefined ? undefined : logLine(title),
      text,
    });
  }

  #add(entry: LogEntry): void {
    (this.#open.at(-1)?.entries ?? this.#entries).push(entry);
  }
}

function actionEntry(action: OpenAction, completedAt: Date | undefined): ActionEntry {
  return { kind: 'action', ...action, completedAt };
}

function exceptionEntry(exception: LoggedException, time: Date, depth = 0): ExceptionEntry {
  const inner = depth < INNER_LIMIT ? exception.inner : undefined;
  return {
    kind: 'exception',
    time,
    type: logLine(exception.type),
    message: logLine(exception.message),
    stackTrace: logLines(exception.stackTrace ?? ''),
    inner: inner === undefined ? undefined : exceptionEntry(inner, time, depth + 1),
  };
}
