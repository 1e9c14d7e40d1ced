import { Connection } from '../rpc/connection.ts';
import { LineWriter } from '../rpc/line-writer.ts';
import { type EngineMethods, lineMethods } from '../rpc/methods.ts';
import { garbageCollector } from './garbage-collector.ts';
import { tidyMemory } from './tidy-memory.ts';
import { VERSION } from './version.ts';

/**
 * Speaks the line protocol on standard input and output until the input ends: the process that started this one is
 * gone then, whatever became of it. An interrupt belongs to that process too, which decides what to do about us.
 */
export function serve(engine: () => EngineMethods): void {
  process.on('SIGINT', () => undefined);
  process.stdout.on('error', () => process.exit(0));
  const writer = new LineWriter((text) => process.stdout.write(text));
  const methods = tidyMemory(lineMethods(VERSION, engine), garbageCollector());
  const connection = new Connection(methods, (line) => writer.push(line));
  process.stdin.on('data', (chunk: Buffer) => connection.push(chunk));
  process.stdin.on('end', () => process.exit(0));
  process.stdin.on('error', () => process.exit(0));
}
