import fs from 'node:fs';
import { DatabaseSync, StatementSync } from 'node:sqlite';

/** Where a process ends itself: before or after its n-th durable step, from 1. */
export interface EndPoint {
  readonly step: number;
  readonly side: 'before' | 'after';
}

/** Calls of the file system that leave something behind. */
const FILE_CALLS = [
  'writeFileSync',
  'fsyncSync',
  'linkSync',
  'renameSync',
  'rmSync',
  'rmdirSync',
  'mkdirSync',
] as const;

/** Statements that only look. */
const LOOKS = /^\s*(?:select|pragma (?!wal_checkpoint))/i;

/**
 * Counts what this process makes durable: every statement that changes a database, every begin and commit, every file
 * that is made, filled, synchronised, linked, renamed or removed. At `end` the process kills itself, as `kill -9` would.
 * Node's own functions are wrapped, so that the product needs nothing for it.
 */
export function watchDurableSteps(end: EndPoint | undefined): { readonly count: () => number } {
  let count = 0;
  const pass = <Result>(run: () => Result): Result => {
    count += 1;
    if (end?.step === count && end.side === 'before') process.kill(process.pid, 'SIGKILL');
    const result = run();
    if (end?.step === count && end.side === 'after') process.kill(process.pid, 'SIGKILL');
    return result;
  };
  for (const name of FILE_CALLS) wrap(fs, name, () => true, pass);
  wrap(fs, 'openSync', (_, [, flags]) => typeof flags === 'number' && (flags & fs.constants.O_CREAT) !== 0, pass);
  wrap(DatabaseSync.prototype, 'exec', (_, [sql]) => !LOOKS.test(String(sql)), pass);
  for (const name of ['run', 'all', 'get'] as const) {
    wrap(StatementSync.prototype, name, (self) => self instanceof StatementSync && !LOOKS.test(self.sourceSQL), pass);
  }
  return { count: () => count };
}

function wrap<Name extends string>(
  owner: Record<Name, unknown> | object,
  name: Name,
  isStep: (self: unknown, args: readonly unknown[]) => boolean,
  pass: <Result>(run: () => Result) => Result,
): void {
  const original: unknown = Reflect.get(owner, name);
  if (typeof original !== 'function') throw new Error(`there is no ${name}`);
  Reflect.set(owner, name, function wrapped(this: unknown, ...args: unknown[]) {
    const run = () => Reflect.apply(original, this, args);
    return isStep(this, args) ? pass(run) : run();
  });
}
