import { commandError } from '../../domain/errors/catalogue.ts';
import type { StoredRequest, StoreScope } from '../../domain/request/stored-request.ts';
import type { Host } from '../../ports/host.ts';
import type { CallContext } from '../call-context.ts';
import { asCertificateReference } from '../certificate-reference-object.ts';
import type { CommandRun } from '../command-run.ts';
import type { Deps } from '../deps.ts';
import type { TrackedRequestParameters } from '../request-parameters.ts';
import { runCommand } from '../run-command.ts';
import { beginTrackedRequests } from './begin-tracked-requests.ts';
import { followUp } from './follow-up.ts';
import { type Finding, lookUp } from './look-up.ts';
import { sweepAbandoned } from './sweep-abandoned.ts';

/**
 * `-Retrieve`: asks each CA once and returns, never waits (domain facts 10). First everybody is asked and the answers
 * are recorded; a revoked request then fails the call before anything is imported, as the product's page says. Then
 * certificates are imported and put out, and last come the errors of the others.
 */
export async function retrieveRequests(
  deps: Deps,
  parameters: TrackedRequestParameters,
  context: CallContext,
  host: Host,
): Promise<void> {
  const { RequestId: requestId } = parameters;
  await runCommand(deps, { cmdlet: 'Request-CsCertificate', host, context, parameters }, async (run, deployment) => {
    const scope = await beginTrackedRequests(deps, run, deployment);
    await sweepAbandoned(deps, run);
    const open = await chooseRequests(deps, run, scope, requestId);
    const agreed = await agreedRequests(run, open);
    const authorities = await deps.authorities(deployment, scope.deployment);
    const findings: Finding[] = [];
    for (const stored of agreed) findings.push(await lookUp(deps, run, authorities, stored));
    const usable = refuseRevoked(run, findings, parameters.Force === true);
    const errors = await followUp(deps, run, usable);
    run.log.complete();
    for (const error of errors) {
      if (requestId !== undefined) throw error;
      run.error(error);
    }
  });
}

/** What is open, or the imported request that was named: its certificate is put out again. */
async function chooseRequests(
  deps: Deps,
  run: CommandRun,
  scope: StoreScope,
  requestId: number | undefined,
): Promise<readonly StoredRequest[]> {
  if (!deps.stateExists()) return refuseUnknown(requestId);
  const { requests, certificates } = deps.openState();
  const open = await requests.listOpen(scope, requestId);
  if (requestId === undefined || open.length > 0) return open;
  const found = await requests.find(scope, requestId);
  if (found?.state !== 'imported' || found.thumbprint === undefined) return refuseUnknown(requestId);
  const entry = await certificates.find(scope, found.thumbprint);
  if (entry === undefined) return refuseUnknown(requestId);
  const facts = (await deps.reader()).read(entry.certificate);
  run.output(asCertificateReference(facts, found.uses.join(',')));
  return [];
}

function refuseUnknown(requestId: number | undefined): readonly StoredRequest[] {
  if (requestId === undefined) return [];
  throw commandError('RequestNotFound', { requestId }, { target: String(requestId) });
}

async function agreedRequests(run: CommandRun, open: readonly StoredRequest[]): Promise<readonly StoredRequest[]> {
  const agreed: StoredRequest[] = [];
  for (const stored of open) {
    const { requestId, ca, subject } = stored;
    const what = `Retrieve the certificate of the request "${requestId}" (${subject}) from the certification authority (CA) "${ca}".`;
    const offline = stored.state === 'offline';
    if (offline || (await run.host.shouldProcess({ description: what, query: what, caption: 'Confirm' }))) {
      agreed.push(stored);
    }
  }
  return agreed;
}

/** The product supports Issued, Denied and Pending only: a revoked request spoils the call until it is cleared. */
function refuseRevoked(run: CommandRun, findings: readonly Finding[], force: boolean): readonly Finding[] {
  const revoked = findings.filter(({ kind }) => kind === 'revoked');
  const [first] = revoked;
  if (first === undefined) return findings;
  const { requestId } = first.stored;
  if (!force) throw commandError('RequestRevoked', { requestId }, { target: String(requestId) });
  for (const { stored } of revoked) {
    run.unsilencedWarning(
      `The certificate request "${stored.requestId}" is revoked and was left out. Remove it with Request-CsCertificate -Clear -RequestId ${stored.requestId}.`,
    );
  }
  return findings.filter(({ kind }) => kind !== 'revoked');
}
