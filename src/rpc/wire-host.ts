import type { CommandError } from '../domain/errors/command-error.ts';
import type { Host, OutputObject, ProposedAction } from '../ports/host.ts';
import { errorData } from './error-data.ts';
import { objectParts, textParts } from './object-parts.ts';

/** The two directions of the line that a host needs. */
export interface WireClient {
  notify(method: string, params: object): void;
  /** The `proceed` of the answer. */
  ask(method: string, params: object): Promise<boolean>;
  /** The `value` of the answer. */
  askValue(method: string, params: object): Promise<string | undefined>;
}

/** PowerShell as the host: each call is one message, in order. */
export class WireHost implements Host {
  readonly #client: WireClient;

  constructor(client: WireClient) {
    this.#client = client;
  }

  output(object: OutputObject): void {
    switch (object.kind) {
      case 'TopologyObject':
        this.#parts(object.kind, objectParts(object.object));
        break;
      case 'TopologyDocument':
        this.#parts(object.kind, textParts(object.text));
        break;
      default: {
        const { kind, ...properties } = object;
        this.#client.notify('host/output', { kind, properties: withNulls(properties) });
      }
    }
  }

  /** What does not fit one line. */
  #parts(kind: OutputObject['kind'], parts: Iterable<object>): void {
    for (const part of parts) this.#client.notify('host/output', { kind, properties: part });
  }

  verbose(text: string): void {
    this.#client.notify('host/verbose', { text });
  }

  warning(text: string): void {
    this.#client.notify('host/warning', { text });
  }

  hostLine(text: string): void {
    this.#client.notify('host/information', { text });
  }

  error(error: CommandError): void {
    this.#client.notify('host/error', errorData(error));
  }

  shouldProcess(action: ProposedAction): Promise<boolean> {
    return this.#client.ask('host/shouldProcess', { ...action });
  }

  shouldContinue(query: string, caption: string): Promise<boolean> {
    return this.#client.ask('host/shouldContinue', { query, caption });
  }

  environmentVariable(name: string): Promise<string | undefined> {
    return this.#client.askValue('host/environmentVariable', { name });
  }
}

/** JSON drops undefined; the wire says null so that each property is always there. */
function withNulls(properties: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(properties).map(([name, value]) => [name, value ?? null]));
}
