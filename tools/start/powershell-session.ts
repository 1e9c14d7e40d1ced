import { once } from 'node:events';
import { join } from 'node:path';
import { PowerShell } from 'node-powershell';

/** What a command line gave. */
export interface CommandResult {
  /** Its objects, as PowerShell shows them. */
  readonly view: string;
  readonly told: readonly { readonly stream: 'verbose' | 'warning' | 'information'; readonly text: string }[];
  /** Each object's properties as texts, by name. */
  readonly facts: readonly Readonly<Record<string, readonly string[]>>[];
  readonly failure: string | null;
  readonly failureId: string | null;
}

const TIMEOUT_MS = 120_000;
const CLOSE_TIMEOUT_MS = 5_000;
const SCRIPT = join(import.meta.dirname, 'run-command.ps1');

/**
 * A PowerShell that runs command lines one after the other. Only fixed text and Base64 reach its input: the client
 * library does not quote safely.
 */
export class PowerShellSession {
  readonly #width: number;
  readonly #shell: PowerShell;

  /** `width`: columns of the views. The executable is the one that `NODE_POWERSHELL` names. */
  constructor(environment: NodeJS.ProcessEnv, width: number) {
    this.#width = width;
    this.#shell = new PowerShell({
      executableOptions: { '-NoProfile': true, '-NonInteractive': true },
      spawnOptions: { env: { ...environment, NO_COLOR: '1' } },
      invocationTimeout: TIMEOUT_MS,
    });
  }

  async run(line: string): Promise<CommandResult> {
    const data = encode(JSON.stringify({ line, width: this.#width }));
    const script = `[Text.Encoding]::UTF8.GetString([Convert]::FromBase64String('${encode(SCRIPT)}'))`;
    const { stdout } = await this.#shell.invoke(`& (${script}) '${data}'`);
    return JSON.parse(Buffer.from(stdout?.toString().trim() ?? '', 'base64').toString());
  }

  /** Lets PowerShell come to its own end first: stopped by a signal it would leave its runtime's pipes behind. */
  async close(): Promise<void> {
    const { stdin, stdout } = this.#shell.streams;
    const ended = once(stdout, 'close', { signal: AbortSignal.timeout(CLOSE_TIMEOUT_MS) }).catch(() => undefined);
    stdin.end();
    await ended;
    await this.#shell.dispose();
  }
}

function encode(text: string): string {
  return Buffer.from(text).toString('base64');
}
