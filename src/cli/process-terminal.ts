import { createInterface } from 'node:readline/promises';
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
