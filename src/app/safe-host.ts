import { displayText } from '../domain/display-text.ts';
import type { CommandError } from '../domain/errors/command-error.ts';
import type { Host, OutputObject, ProposedAction } from '../ports/host.ts';

/** A host to which every text is safe to show: control and bidirectional characters are escaped, line by line. */
export class SafeHost implements Host {
  readonly #host: Host;
  readonly #hearsVerbose: boolean;

  /** `hearsVerbose`: the caller shows the verbose stream; else nothing is sent there. */
  constructor(host: Host, hearsVerbose: boolean) {
    this.#host = host;
    this.#hearsVerbose = hearsVerbose;
  }

  /** Objects keep their values: a script compares them. */
  output(object: OutputObject): void {
    this.#host.output(object);
  }

  verbose(text: string): void {
    if (this.#hearsVerbose) this.#host.verbose(safeLines(text));
  }

  warning(text: string): void {
    this.#host.warning(safeLines(text));
  }

  hostLine(text: string): void {
    this.#host.hostLine(safeLines(text));
  }

  /** The catalogue has escaped its message. */
  error(error: CommandError): void {
    this.#host.error(error);
  }

  shouldProcess({ description, query, caption }: ProposedAction): Promise<boolean> {
    return this.#host.shouldProcess({ description: safeLines(description), query: safeLines(query), caption });
  }

  shouldContinue(query: string, caption: string): Promise<boolean> {
    return this.#host.shouldContinue(safeLines(query), caption);
  }

  environmentVariable(name: string): Promise<string | undefined> {
    return this.#host.environmentVariable(name);
  }
}

function safeLines(text: string): string {
  return text
    .split('\n')
    .map((line) => displayText(line))
    .join('\n');
}
