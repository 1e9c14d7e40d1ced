import type { CallContext } from '../app/call-context.ts';
import type { NewRequestParameters, TrackedRequestParameters } from '../app/request-parameters.ts';
import type { Verbs } from '../app/verbs.ts';
import { validateRequestCertificateParams } from '../generated/method-validators.js';
import type { Host } from '../ports/host.ts';
import type { Method } from './connection.ts';
import { schemaMethod } from './schema-method.ts';

/** Params of `requestCertificate`; their JSON Schema is the source. */
type RequestCertificateParams = { readonly context: CallContext } & (
  | { readonly parameterSet: 'ByNew'; readonly parameters: NewRequestParameters }
  | { readonly parameterSet: 'ByList' | 'ByRetrieve' | 'ByClear'; readonly parameters: TrackedRequestParameters }
);

/** The method `requestCertificate`: one verb a call; its result is what the host was told. */
export function requestCertificateMethod(verbs: Verbs): Method {
  return schemaMethod<RequestCertificateParams>(validateRequestCertificateParams, (call, host) =>
    runVerb(verbs, call, host),
  );
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
