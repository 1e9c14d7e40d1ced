import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { CallContext } from '../src/app/call-context.ts';

const ENGINE = resolve(import.meta.dirname, '../psmodule/Lync/engine/main.cjs');

/** The bundled engine as PowerShell runs it: one process, one call at a time. */
export class EngineProcess {
  readonly #child: ChildProcessWithoutNullStreams;
  #buffer = '';
  #id = 0;
  #waiting: { readonly resolve: () => void; readonly reject: (error: Error) => void } | undefined;

  constructor(home: string) {
    const env = { ...process.env, CSCERT_HOME: home };
    this.#child = spawn(process.execPath, ['--max-semi-space-size=4', ENGINE, 'rpc'], { env });
    this.#child.stdout.on('data', (chunk: Buffer) => this.#read(chunk));
    this.#child.stderr.pipe(process.stderr);
  }

  call(method: string, params: object): Promise<void> {
    const answered = new Promise<void>((fulfil, reject) => {
      this.#waiting = { resolve: fulfil, reject };
    });
    this.#write({ id: ++this.#id, method, params });
    return answered;
  }

  /** Peak resident memory in megabytes; NaN where the system does not say. */
  peakMemory(): number {
    try {
      const status = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8');
      return Number(/^VmHWM:\s*(\d+) kB/m.exec(status)?.[1]) / 1024;
    } catch {
      return Number.NaN;
    }
  }

  end(): Promise<void> {
    return new Promise((fulfil) => {
      this.#child.on('close', () => fulfil());
      this.#child.stdin.end();
    });
  }

  #write(message: object): void {
    this.#child.stdin.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`);
  }

  #read(chunk: Buffer): void {
    this.#buffer += chunk.toString('utf8');
    const lines = this.#buffer.split('\n');
    this.#buffer = lines.pop() ?? '';
    for (const line of lines) this.#handle(JSON.parse(line));
  }

  #handle(message: {
    readonly id?: number;
    readonly method?: string;
    readonly error?: { readonly message: string };
  }): void {
    if (message.method === 'host/shouldProcess') this.#write({ id: message.id, result: { proceed: true } });
    if (message.method !== undefined) return;
    if (message.error === undefined) this.#waiting?.resolve();
    else this.#waiting?.reject(new Error(message.error.message));
  }
}

/** Params of one verb, as the compiled cmdlet sends them. */
export function verbParams(parameterSet: string, parameters: object, folder: string): object {
  return { parameterSet, parameters, context: callContext(folder) };
}

/** A caller in a folder, in the invariant culture. */
export function callContext(folder: string): CallContext {
  return {
    command: 'Request-CsCertificate',
    location: folder,
    culture: '',
    interactive: false,
    whatIf: false,
    verbose: false,
    user: 'bench',
    computer: 'bench',
    processId: process.pid,
    temporaryFolder: folder,
  };
}
