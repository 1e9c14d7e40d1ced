import type { Method } from './connection.ts';
import { InvalidParams } from './invalid-params.ts';
import { describeProblem, validateHelloParams } from './messages.ts';

/** Version of the line protocol (docs/protocol.md). */
export const PROTOCOL = 1;

/**
 * The methods of the line. The verbs are asked for at the first call, so that `hello` answers before the engine proper
 * is loaded.
 */
export function engineMethods(version: string, requestCertificate: () => Method): Readonly<Record<string, Method>> {
  return {
    hello: async (params) => {
      if (!validateHelloParams(params)) throw new InvalidParams(describeProblem(validateHelloParams));
      return { engine: 'request-cscertificate', version, protocol: PROTOCOL, node: process.version };
    },
    requestCertificate: (params, host) => requestCertificate()(params, host),
  };
}
