import { type LogStatus, logStatus } from '../../domain/command-log/log-status.ts';
import type { CommandLog, ExceptionEntry, LogEntry, NamesEntry } from '../../domain/command-log.ts';

/** What the page shows, numbered: the run itself is DIV1, then document order (domain facts 3.4). */
export interface Outline {
  readonly root: StepRow;
  /** Numbers of the run and its actions, children first, as the page's DIVLIST holds them. */
  readonly childrenFirst: readonly number[];
}

export type Row = StepRow | LineRow | ExceptionRow | NamesRow;

/** The run or an action: a row with further rows below it. */
export interface StepRow {
  readonly kind: 'step';
  readonly number: number;
  readonly level: number;
  readonly name: string;
  readonly time: Date;
  readonly status: LogStatus;
  readonly rows: readonly Row[];
}

export interface LineRow {
  readonly kind: 'line';
  readonly level: number;
  readonly time: Date;
  readonly title: string | undefined;
  readonly text: string;
  readonly result: 'Warning' | 'Error' | undefined;
}

export interface ExceptionRow {
  readonly kind: 'exception';
  readonly level: number;
  readonly time: Date;
  readonly details: ExceptionDetails;
}

/** Its expanders take numbers like actions do, but are not in DIVLIST. */
export interface ExceptionDetails {
  readonly message: string;
  readonly type: string;
  readonly stackTrace: string;
  readonly numbers: { readonly details: number; readonly type: number; readonly stackTrace: number };
  readonly inner: ExceptionDetails | undefined;
}

export interface NamesRow {
  readonly kind: 'names';
  readonly level: number;
  readonly entry: NamesEntry;
}

/** An action that the log leaves unnamed is titled so (domain facts 3.4). */
const UNNAMED_ACTION = 'Action';

type Numbering = () => number;

export function outlineOf(log: CommandLog): Outline {
  let last = 0;
  const next = () => ++last;
  const number = next();
  const { name, startedAt: time } = log;
  const rows = log.entries.map((entry) => rowOf(entry, 1, next));
  const root: StepRow = { kind: 'step', number, level: 0, name, time, status: logStatus(log), rows };
  return { root, childrenFirst: childrenFirst(root) };
}

function rowOf(entry: LogEntry, level: number, next: Numbering): Row {
  switch (entry.kind) {
    case 'info':
      return { kind: 'line', level, time: entry.time, title: entry.title, text: entry.text, result: undefined };
    case 'warning':
      return { kind: 'line', level, time: entry.time, title: undefined, text: entry.text, result: 'Warning' };
    case 'error':
      return { kind: 'line', level, time: entry.time, title: entry.title, text: entry.text, result: 'Error' };
    case 'exception':
      return { kind: 'exception', level, time: entry.time, details: detailsOf(entry, next) };
    case 'names':
      return { kind: 'names', level, entry };
    case 'action': {
      const number = next();
      const rows = entry.entries.map((child) => rowOf(child, level + 1, next));
      const name = entry.name ?? UNNAMED_ACTION;
      return { kind: 'step', number, level, name, time: entry.time, status: logStatus(entry), rows };
    }
  }
}

function detailsOf(exception: ExceptionEntry, next: Numbering): ExceptionDetails {
  const numbers = { details: next(), type: next(), stackTrace: next() };
  return {
    message: exception.message,
    type: exception.type.slice(exception.type.lastIndexOf('.') + 1),
    stackTrace: exception.stackTrace,
    numbers,
    inner: exception.inner === undefined ? undefined : detailsOf(exception.inner, next),
  };
}

function childrenFirst(step: StepRow): readonly number[] {
  return [...step.rows.flatMap((row) => (row.kind === 'step' ? childrenFirst(row) : [])), step.number];
}
