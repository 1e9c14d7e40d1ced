import type { CommandError } from '../domain/errors/command-error.ts';
import type { Host, OutputObject, ProposedAction } from '../ports/host.ts';
import { objectJson } from './object-json.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

export interface CommandLineSwitches {
  readonly whatIf: boolean;
  readonly confirm: boolean;
  readonly verbose: boolean;
}

/** The command line as the host: objects are kept for one JSON document, all else goes to standard error. */
export class CommandLineHost implements Host {
  readonly objects: Record<string, unknown>[] = [];
  readonly warnings: string[] = [];
  readonly #terminal: Terminal;
  readonly #switches: CommandLineSwitches;
  readonly #environment: Readonly<Record<string, string | undefined>>;
  #failed = false;

  constructor(
    terminal: Terminal,
    switches: CommandLineSwitches,
    environment: Readonly<Record<string, string | undefined>>,
  ) {
    this.#terminal = terminal;
    this.#switches = switches;
    this.#environment = environment;
  }

  /** A non-terminating error was reported. */
  get failed(): boolean {
    return this.#failed;
  }

  output(object: OutputObject): void {
    this.objects.push(objectJson(object));
  }

  verbose(text: string): void {
    if (this.#switches.verbose) this.#terminal.diagnostic(`VERBOSE: ${text}`);
  }

  warning(text: string): void {
    this.warnings.push(text);
    this.#terminal.diagnostic(`WARNING: ${text}`);
  }

  hostLine(text: string): void {
    this.#terminal.diagnostic(text);
  }

  error(error: CommandError): void {
    this.#failed = true;
    this.#terminal.diagnostic(`ERROR: Command execution failed: ${error.message}`);
  }

  async shouldProcess(action: ProposedAction): Promise<boolean> {
    if (this.#switches.whatIf) return false;
    return !this.#switches.confirm || this.#agrees(action.query);
  }

  shouldContinue(query: string, _caption: string): Promise<boolean> {
    return this.#agrees(query);
  }

  async environmentVariable(name: string): Promise<string | undefined> {
    return this.#environment[name];
  }

  async #agrees(query: string): Promise<boolean> {
    const answer = await this.#terminal.question(`${query}\n[Y] Yes  [N] No  (default is "Y"): `);
    if (answer === undefined) throw new UsageError('-Confirm needs a terminal to ask on.');
    return /^(?:y|yes|)$/i.test(answer.trim());
  }
}
