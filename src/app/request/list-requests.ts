import type { Host } from '../../ports/host.ts';
import type { CallContext } from '../call-context.ts';
import type { Deps } from '../deps.ts';
import type { TrackedRequestParameters } from '../request-parameters.ts';
import { runCommand } from '../run-command.ts';
import { beginTrackedRequests } from './begin-tracked-requests.ts';
import { asCertificateRequest } from './certificate-request-object.ts';

/** `-List`: what is open, oldest first; asks no CA. A RequestId that nothing open has gives nothing. */
export async function listRequests(
  deps: Deps,
  parameters: TrackedRequestParameters,
  context: CallContext,
  host: Host,
): Promise<void> {
  await runCommand(deps, { cmdlet: 'Request-CsCertificate', host, context, parameters }, async (run, deployment) => {
    const scope = await beginTrackedRequests(deps, run, deployment);
    let listed = 0;
    if (deps.stateExists()) {
      for await (const page of deps.openState().requests.openPages(scope, parameters.RequestId)) {
        for (const stored of page) run.host.output(asCertificateRequest(stored));
        listed += page.length;
      }
    }
    run.log.info(`Certificate requests listed: ${listed}`);
    run.log.complete();
  });
}
