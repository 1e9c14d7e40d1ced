import { commandError } from '../domain/errors/catalogue.ts';
import type { Host } from '../ports/host.ts';
import type { CallContext } from './call-context.ts';
import { runCommand } from './command-run.ts';
import type { Deps } from './deps.ts';
import { localScope } from './local-scope.ts';
import type { TrackedRequestParameters } from './request-parameters.ts';

/**
 * `-Retrieve`: completes what a CA has decided since. Offline requests cannot be asked for, each is named in a warning.
 */
export async function retrieveRequests(
  deps: Deps,
  parameters: TrackedRequestParameters,
  context: CallContext,
  host: Host,
): Promise<void> {
  const { RequestId: requestId } = parameters;
  await runCommand(deps, { host, context, parameters }, async (run, deployment) => {
    const scope = await localScope(deps, deployment);
    const open = deps.stateExists() ? await deps.openState().requests.listOpen(scope, requestId) : [];
    if (requestId !== undefined && open.length === 0) {
      throw commandError('RequestNotFound', { requestId }, { target: String(requestId) });
    }
    run.log.beginAction();
    for (const stored of open) {
      run.warning(
        `The certificate request "${stored.requestId}" was written to the file "${stored.output}" and cannot be retrieved from a CA.`,
      );
    }
    run.log.complete();
  });
}
