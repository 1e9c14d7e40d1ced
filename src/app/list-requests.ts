import type { Host } from '../ports/host.ts';
import type { CallContext } from './call-context.ts';
import { asCertificateRequest } from './certificate-request-object.ts';
import { runCommand } from './command-run.ts';
import type { Deps } from './deps.ts';
import { localScope } from './local-scope.ts';
import { logConnection } from './log-connection.ts';
import type { TrackedRequestParameters } from './request-parameters.ts';

/** `-List`: what is open, oldest first; asks no CA. A RequestId that nothing open has gives nothing. */
export async function listRequests(
  deps: Deps,
  parameters: TrackedRequestParameters,
  context: CallContext,
  host: Host,
): Promise<void> {
  await runCommand(deps, { host, context, parameters }, async (run, deployment) => {
    const { scope, topology } = await localScope(deps, deployment);
    logConnection(run.log, topology, false);
    const open = deps.stateExists() ? await deps.openState().requests.listOpen(scope, parameters.RequestId) : [];
    run.log.beginAction();
    run.log.info(`Certificate requests listed: ${open.length}`);
    run.log.complete();
    for (const stored of open) run.host.output(asCertificateRequest(stored));
  });
}
