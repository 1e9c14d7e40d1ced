import { commandError } from '../../domain/errors/catalogue.ts';
import { mayBecome, type RequestState } from '../../domain/request/request-state.ts';
import type { StoredRequest, StoreScope } from '../../domain/request/stored-request.ts';
import type { Host, ProposedAction } from '../../ports/host.ts';
import type { RequestStore } from '../../ports/request-store.ts';
import type { CallContext } from '../call-context.ts';
import type { CommandRun } from '../command-run.ts';
import type { Deps } from '../deps.ts';
import type { TrackedRequestParameters } from '../request-parameters.ts';
import { runCommand } from '../run-command.ts';
import { beginTrackedRequests } from './begin-tracked-requests.ts';
import { sweepAbandoned } from './sweep-abandoned.ts';

/** States that -Clear without -RequestId takes: what was submitted and never became a certificate (domain facts 10). */
const CLEARED_TOGETHER: ReadonlySet<string> = new Set(['pending', 'denied', 'revoked']);

/** `-Clear`: the local record and its key, never the CA's row and never an imported certificate. */
export async function clearRequests(
  deps: Deps,
  parameters: TrackedRequestParameters,
  context: CallContext,
  host: Host,
): Promise<void> {
  const { RequestId: requestId } = parameters;
  await runCommand(deps, { cmdlet: 'Request-CsCertificate', host, context, parameters }, async (run, deployment) => {
    const scope = await beginTrackedRequests(deps, run, deployment);
    await sweepAbandoned(deps, run);
    const found = deps.stateExists() ? await chooseRequests(deps.openState().requests, scope, requestId) : [];
    if (requestId !== undefined && found.length === 0) {
      throw commandError('RequestNotFound', { requestId }, { target: String(requestId) });
    }
    const chosen = found.filter(({ state }) =>
      requestId === undefined ? CLEARED_TOGETHER.has(state) : mayClear(state),
    );
    for (const stored of chosen) await clearOne(deps, run, stored);
    warnOfKept(
      run,
      found.filter((stored) => !chosen.includes(stored)),
    );
    run.log.complete();
  });
}

/** A request that is just being submitted cannot be taken back: the CA's answer is still to come. */
function mayClear(state: RequestState): boolean {
  return mayBecome(state, 'cleared');
}

function chooseRequests(
  requests: RequestStore,
  scope: StoreScope,
  requestId: number | undefined,
): Promise<readonly StoredRequest[]> {
  return requests.listOpen(scope, requestId);
}

async function clearOne(deps: Deps, run: CommandRun, stored: StoredRequest): Promise<void> {
  if (!(await run.host.shouldProcess(proposedClearing(stored)))) return;
  const { applied, request, keyGone } = await deps.openState().requests.clear(stored, run.actor());
  if (!applied) {
    run.warning(
      `Another process moved the request "${stored.requestId}" on in the meantime; it is now "${request.state}".`,
    );
    return;
  }
  if (!keyGone) {
    run.warning(
      'Another process is using the store: the bytes of the private key are overwritten when it is opened next.',
    );
  }
  run.log.info(`Certificate request "${stored.requestId}" was removed with its private key.`);
  run.verbose(`Certificate request "${stored.requestId}" was removed with its private key.`);
}

function proposedClearing({ requestId, uses, subject, ca, output }: StoredRequest): ProposedAction {
  const from = ca === '' ? `written to the file "${output}"` : `submitted to "${ca}"`;
  const what = `Remove the certificate request "${requestId}" for use "${uses.join(',')}" (${subject}), ${from}, and its private key.`;
  return { description: what, query: what, caption: 'Confirm' };
}

function warnOfKept(run: CommandRun, kept: readonly StoredRequest[]): void {
  const submitting = kept.filter(({ state }) => state === 'submitting');
  if (submitting.length > 0) {
    run.warning(
      `These requests were kept, because the answer of the CA is not recorded yet: ${numbers(submitting)}. Run Request-CsCertificate -Retrieve first.`,
    );
  }
  const needed = kept.filter(({ state }) => state !== 'submitting');
  if (needed.length === 0) return;
  run.warning(
    `These requests were kept, because their keys may still be needed: ${numbers(needed)}. Remove one with Request-CsCertificate -Clear -RequestId and its number.`,
  );
}

function numbers(requests: readonly StoredRequest[]): string {
  return requests.map(({ requestId }) => requestId).join(', ');
}
