import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

/** A running `prepare-worker.ts`. */
export interface StoreProcess {
  readonly child: ChildProcessByStdio<Writable, Readable, Readable>;
  /** The lines it has said after `ready`. */
  readonly lines: string[];
  /** Resolves when it has said `ready`. */
  readonly ready: Promise<void>;
  /** Its exit code (null: killed) and what it wrote to stderr. */
  readonly ended: Promise<{ readonly code: number | null; readonly errors: string }>;
}

export function startStoreProcess(folder: string, tag: string, count: number): StoreProcess {
  const script = join(import.meta.dirname, 'prepare-worker.ts');
  const child = spawn(process.execPath, [script, folder, tag, String(count)], { stdio: ['pipe', 'pipe', 'pipe'] });
  const lines: string[] = [];
  const ready = Promise.withResolvers<void>();
  const reader = createInterface({ input: child.stdout });
  reader.on('line', (line) => (line === 'ready' ? ready.resolve() : lines.push(line)));
  const errors = child.stderr.setEncoding('utf8').toArray();
  const read = once(reader, 'close');
  const exit = once(child, 'close');
  const ended = Promise.all([exit, errors, read]).then(([[code], texts]) => ({ code, errors: texts.join('') }));
  ended.then(({ errors: text }) => ready.reject(new Error(`the process ended early: ${text}`)));
  return { child, lines, ready: ready.promise, ended };
}

/** Lets it begin. */
export function go(process: StoreProcess): void {
  process.child.stdin.write('go\n');
}
