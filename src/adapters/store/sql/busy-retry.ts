import { setTimeout as sleep } from 'node:timers/promises';

/** How long a command waits for other processes in all, in milliseconds (dependencies 5: at least 5 s). */
export const BUSY_BUDGET = 15_000;

/** How long one attempt may block this process, in milliseconds: SQLite's own wait stops the event loop. */
export const BUSY_SLICE = 50;

const SQLITE_BUSY = 5;
const SQLITE_LOCKED = 6;

/** The extended result code of SQLite behind an error of node:sqlite, or undefined for any other error. */
export function extendedResultCode(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('errcode' in error) || typeof error.errcode !== 'number') return undefined;
  return error.errcode;
}

/** Its primary result code. */
export function sqliteResultCode(error: unknown): number | undefined {
  const code = extendedResultCode(error);
  return code === undefined ? undefined : code & 0xff;
}

/** Tells whether somebody else has the lock. */
function isBusy(error: unknown): boolean {
  const code = sqliteResultCode(error);
  return code === SQLITE_BUSY || code === SQLITE_LOCKED;
}

/**
 * Runs until it is not refused for another's lock, with pauses of random length in which this process stays awake.
 * Throws the last refusal when `budget` milliseconds have passed.
 */
export async function untilNotBusy<Result>(run: () => Result, budget: number = BUSY_BUDGET): Promise<Result> {
  const deadline = performance.now() + budget;
  for (let longest = 4; ; longest = Math.min(longest * 2, 64)) {
    try {
      return run();
    } catch (error) {
      if (!isBusy(error) || performance.now() >= deadline) throw error;
    }
    await sleep(1 + Math.random() * longest);
  }
}
