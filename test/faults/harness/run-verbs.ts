import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { VerbLine, VerbOrder } from './verb-call.ts';

export interface VerbsRun {
  readonly lines: readonly VerbLine[];
  readonly stdout: string;
  readonly stderr: string;
  /** Null: it was killed. */
  readonly code: number | null;
  /** Between its first line and its end, in milliseconds. */
  readonly duration: number;
}

/** Runs the verb process to its end, or kills it so many milliseconds after it was ready. */
export async function runVerbs(bundle: string, order: VerbOrder, killAfter?: number): Promise<VerbsRun> {
  const child = spawn(...commandFor(bundle, order), {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'] ?? '',
      TMPDIR: order.temporaryFolder,
      NODE_COMPILE_CACHE: `${bundle}.cache`,
      ...(order.password !== undefined && { VERB_PASSWORD: order.password }),
    },
  });
  let ready = 0;
  const [out, errors] = [collect(child.stdout, () => (ready ||= performance.now())), collect(child.stderr)];
  if (killAfter !== undefined) void killLater(child, killAfter);
  const [code] = await once(child, 'close');
  return {
    lines: linesOf(out.text()),
    stdout: out.text(),
    stderr: errors.text(),
    code,
    duration: performance.now() - ready,
  };
}

/** A limit on files is set by a shell; the signal that comes with it is ignored, so that the write fails instead. */
function commandFor(bundle: string, order: VerbOrder): [string, string[]] {
  const args = [bundle, JSON.stringify({ ...order, password: undefined })];
  if (order.fileLimit === undefined) return [process.execPath, args];
  const script = `trap '' XFSZ; ulimit -f ${order.fileLimit}; exec "$@"`;
  return ['sh', ['-c', script, 'sh', process.execPath, ...args]];
}

async function killLater(child: ChildProcess, milliseconds: number): Promise<void> {
  if (child.stdout !== null) await once(child.stdout, 'data');
  await sleep(milliseconds);
  child.kill('SIGKILL');
}

/** A line that was cut off by the end of the process was not said. */
function linesOf(stdout: string): readonly VerbLine[] {
  return stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));
}

function collect(stream: NodeJS.ReadableStream, onData: () => void = () => undefined): { readonly text: () => string } {
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => {
    onData();
    chunks.push(chunk);
  });
  return { text: () => Buffer.concat(chunks).toString() };
}
