import {
  createJSONRPCErrorResponse,
  JSONRPCClient,
  JSONRPCErrorCode,
  JSONRPCServer,
  JSONRPCServerAndClient,
} from 'json-rpc-2.0';
import { isCommandError } from '../domain/errors/command-error.ts';
import { asciiJson } from './ascii-json.ts';
import { COMMAND_FAILED, errorData } from './error-data.ts';
import { InvalidParams, isInvalidParams } from './invalid-params.ts';
import { LineReader } from './line-reader.ts';
import {
  describeProblem,
  isProceedResult,
  isValueResult,
  validateIncomingMessage,
  validateProceedResult,
  validateValueResult,
} from './messages.ts';
import { WireHost } from './wire-host.ts';

/** A verb: takes checked or unchecked params, talks to the host, and gives the result of the call. */
export type Method = (params: unknown, host: WireHost) => Promise<unknown>;

/**
 * JSON-RPC 2.0 in both directions, one message a line. `write` gets each line without its end. Errors that a user may
 * see cross as `ErrorData` under the code `COMMAND_FAILED`.
 */
export class Connection {
  readonly #write: (line: string) => void;
  readonly #peer: JSONRPCServerAndClient;
  readonly #reader: LineReader;

  constructor(methods: Readonly<Record<string, Method>>, write: (line: string) => void) {
    this.#write = write;
    const server = new JSONRPCServer({ errorListener: () => undefined });
    this.#peer = new JSONRPCServerAndClient(server, new JSONRPCClient((payload) => this.#send(payload)), {
      errorListener: () => undefined,
    });
    server.mapErrorToJSONRPCErrorResponse = (id, error) => errorResponse(id, error);
    const host = new WireHost({
      notify: (method, params) => this.#peer.notify(method, params),
      ask: (method, params) => this.#ask(method, params),
      askValue: (method, params) => this.#askValue(method, params),
    });
    for (const [name, method] of Object.entries(methods)) {
      this.#peer.addMethod(name, (params) => method(params, host));
    }
    this.#reader = new LineReader(
      (line) => this.#receive(line),
      () => this.#refuse(JSONRPCErrorCode.InvalidRequest, 'The line is too long.'),
    );
  }

  push(chunk: Buffer): void {
    this.#reader.push(chunk);
  }

  #receive(line: string): void {
    let message: unknown;
    try {
      message = JSON.parse(line);
    } catch {
      this.#refuse(JSONRPCErrorCode.ParseError, 'The line is not JSON.');
      return;
    }
    if (validateIncomingMessage(message)) {
      void this.#peer.receiveAndSend(message);
    } else {
      this.#refuse(JSONRPCErrorCode.InvalidRequest, describeProblem(validateIncomingMessage));
    }
  }

  async #ask(method: string, params: object): Promise<boolean> {
    const answer: unknown = await this.#peer.request(method, params);
    if (!isProceedResult(answer)) throw new InvalidParams(`${method}: ${describeProblem(validateProceedResult)}`);
    return answer.proceed;
  }

  async #askValue(method: string, params: object): Promise<string | undefined> {
    const answer: unknown = await this.#peer.request(method, params);
    if (!isValueResult(answer)) throw new InvalidParams(`${method}: ${describeProblem(validateValueResult)}`);
    return answer.value ?? undefined;
  }

  #send(payload: unknown): void {
    this.#write(asciiJson(payload));
  }

  #refuse(code: JSONRPCErrorCode, message: string): void {
    this.#send({ jsonrpc: '2.0', id: null, error: { code, message } });
  }
}

function errorResponse(id: string | number | null, thrown: unknown) {
  if (isInvalidParams(thrown)) {
    return createJSONRPCErrorResponse(id, JSONRPCErrorCode.InvalidParams, thrown.message);
  }
  if (isCommandError(thrown)) {
    return createJSONRPCErrorResponse(id, COMMAND_FAILED, thrown.message, errorData(thrown));
  }
  return createJSONRPCErrorResponse(id, JSONRPCErrorCode.InternalError, String(thrown));
}
