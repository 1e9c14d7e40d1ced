import { Connection } from '../rpc/connection.ts';
import { LineWriter } from '../rpc/line-writer.ts';
import { type EngineMethods, lineMethods } from '../rpc/methods.ts';
import { garbageCollector } from './garbage-collector.ts';
import { RunningCalls } from './running-calls.ts';
import { tidyMemory } from './tidy-memory.ts';
import { VERSION } from './version.ts';

/** What the line speaks for. */
export interface Served {
  /** Asked at the first call of a verb. */
  methods(): EngineMethods;
  /** Called when the line ends between two calls. */
  close(): Promise<void>;
}

/**
 * Speaks the line protocol on standard input and output until the input ends: the process that started this one is
 * gone then, whatever became of it. An interrupt belongs to that process too, which decides what to do about us.
 */
export function serve({ methods: engine, close }: Served): void {
  process.on('SIGINT', () => undefined);
  process.stdout.on('error', leave);
  const writer = new LineWriter((text) => process.stdout.write(text));
  const calls = new RunningCalls();
  const methods = calls.counted(tidyMemory(lineMethods(VERSION, engine), garbageCollector()));
  const connection = new Connection(methods, (line) => writer.push(line));
  process.stdin.on('data', (chunk: Buffer) => connection.push(chunk));
  // A call that is running has nobody left who could answer it; what it had made durable is in the store.
  process.stdin.on('end', () => (calls.any ? leave() : void close().then(leave, leave)));
  process.stdin.on('error', leave);
}

function leave(): never {
  process.exit(0);
}
