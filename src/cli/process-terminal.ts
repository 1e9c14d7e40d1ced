import { createInterface } from 'node:readline/promises';
import { getSystemErrorMessage } from 'node:util';
import type { Terminal } from './terminal.ts';

/** The process's own streams. */
export const processTerminal: Terminal = {
  out: (text) => void process.stdout.write(`${text}\n`),
  diagnostic: (text) => void process.stderr.write(`${text}\n`),
  question: async (text) => {
    if (!process.stdin.isTTY) return undefined;
    const lines = createInterface({ input: process.stdin, output: process.stderr });
    try {
      return await lines.question(text);
    } finally {
      lines.close();
    }
  },
  readInput: async () => {
    const chunks: Buffer[] = [];
    for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk));
    return Buffer.concat(chunks)
      .toString('utf8')
      .replace(/^\ufeff/, '')
      .replace(/\r?\n$/, '');
  },
};

/**
 * A result that cannot be written is one sentence and a failure; a reader that has gone, or nobody to hear a
 * diagnostic, is not worth a word.
 */
export function watchStreams(): void {
  process.stderr.on('error', () => undefined);
  process.stdout.on('error', ({ code, errno }: NodeJS.ErrnoException) => {
    if (code === 'EPIPE') return;
    const reason = getSystemErrorMessage(errno ?? 0);
    process.stderr.write(`cscert: The result cannot be written: ${reason}.\n`);
    process.exitCode = 1;
  });
}
