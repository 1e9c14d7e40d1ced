import type { Verbs } from '../app/verbs.ts';
import type { Method } from './connection.ts';
import { InvalidParams } from './connection.ts';
import {
  describeProblem,
  isRequestCertificateParams,
  type RequestCertificateParams,
  validateHelloParams,
  validateRequestCertificateParams,
} from './messages.ts';
import type { WireHost } from './wire-host.ts';

/** Version of the line protocol (docs/protocol.md). */
export const PROTOCOL = 1;

/**
 * The methods of the line. `verbs` is asked for at the first call, so that `hello` answers before the engine proper is
 * loaded.
 */
export function engineMethods(version: string, verbs: () => Verbs): Readonly<Record<string, Method>> {
  return {
    hello: async (params) => {
      if (!validateHelloParams(params)) throw new InvalidParams(describeProblem(validateHelloParams));
      return { engine: 'request-cscertificate', version, protocol: PROTOCOL, node: process.version };
    },
    requestCertificate: async (params, host) => {
      if (!isRequestCertificateParams(params))
        throw new InvalidParams(describeProblem(validateRequestCertificateParams));
      await runVerb(verbs(), params, host);
      return null;
    },
  };
}

async function runVerb(verbs: Verbs, call: RequestCertificateParams, host: WireHost): Promise<void> {
  switch (call.parameterSet) {
    case 'ByNew':
      await verbs.newRequest(call.parameters, call.context, host);
      return;
    case 'ByList':
      return verbs.listRequests(call.parameters, call.context, host);
    case 'ByRetrieve':
      return verbs.retrieveRequests(call.parameters, call.context, host);
    case 'ByClear':
      return verbs.clearRequests(call.parameters, call.context, host);
  }
}
