import type { CallContext } from '../app/call-context.ts';
import type { NewRequestParameters, TrackedRequestParameters } from '../app/request-parameters.ts';
import type { Verbs } from '../app/verbs.ts';
import { validateRequestCertificateParams } from '../generated/method-validators.js';
import type { Host } from '../ports/host.ts';
import { withCommandErrors } from './as-command-error.ts';
import type { Method } from './connection.ts';
import { InvalidParams } from './invalid-params.ts';
import { describeProblem } from './messages.ts';

/** Params of `requestCertificate`; their JSON Schema is the source. */
type RequestCertificateParams = { readonly context: CallContext } & (
  | { readonly parameterSet: 'ByNew'; readonly parameters: NewRequestParameters }
  | { readonly parameterSet: 'ByList' | 'ByRetrieve' | 'ByClear'; readonly parameters: TrackedRequestParameters }
);

/** The method `requestCertificate`: one verb a call; its result is what the host was told. */
export function requestCertificateMethod(verbs: Verbs): Method {
  return withCommandErrors(async (params, host) => {
    if (!isRequestCertificateParams(params)) {
      throw new InvalidParams(describeProblem(validateRequestCertificateParams));
    }
    await runVerb(verbs, params, host);
    return null;
  });
}

function isRequestCertificateParams(params: unknown): params is RequestCertificateParams {
  return validateRequestCertificateParams(params);
}

async function runVerb(verbs: Verbs, call: RequestCertificateParams, host: Host): Promise<void> {
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
