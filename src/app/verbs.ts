import type { Host } from '../ports/host.ts';
import type { CallContext } from './call-context.ts';
import type { Deps } from './deps.ts';
import { importCertificateFile } from './import/import-certificate-file.ts';
import type { ImportCertificateParameters } from './import/import-parameters.ts';
import { clearRequests } from './request/clear-requests.ts';
import { listRequests } from './request/list-requests.ts';
import { newRequest } from './request/new-request.ts';
import type { RequestOutline } from './request/request-outline.ts';
import { retrieveRequests } from './request/retrieve-requests.ts';
import type { NewRequestParameters, TrackedRequestParameters } from './request-parameters.ts';

type Tracked = (parameters: TrackedRequestParameters, context: CallContext, host: Host) => Promise<void>;

/** The verbs with their dependencies in place. */
export interface Verbs {
  newRequest(parameters: NewRequestParameters, context: CallContext, host: Host): Promise<RequestOutline>;
  readonly listRequests: Tracked;
  readonly retrieveRequests: Tracked;
  readonly clearRequests: Tracked;
  importCertificate(parameters: ImportCertificateParameters, context: CallContext, host: Host): Promise<void>;
}

export function verbsOver(deps: Deps): Verbs {
  return {
    newRequest: (parameters, context, host) => newRequest(deps, parameters, context, host),
    listRequests: (parameters, context, host) => listRequests(deps, parameters, context, host),
    retrieveRequests: (parameters, context, host) => retrieveRequests(deps, parameters, context, host),
    clearRequests: (parameters, context, host) => clearRequests(deps, parameters, context, host),
    importCertificate: (parameters, context, host) => importCertificateFile(deps, parameters, context, host),
  };
}
