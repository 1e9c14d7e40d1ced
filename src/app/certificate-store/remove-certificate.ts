import { commandError } from '../../domain/errors/catalogue.ts';
import { mayBecome } from '../../domain/request/request-state.ts';
import type { Host, ProposedAction } from '../../ports/host.ts';
import { actorOf } from '../actor.ts';
import type { CallContext } from '../call-context.ts';
import type { Deps } from '../deps.ts';
import { type CertificateChoice, type ChosenCertificate, chosenCertificate, missing } from './open-store.ts';
import { proposal } from './proposal.ts';

export interface CertificateRemoval extends CertificateChoice {
  /** Otherwise the key stays, and the certificate finds it again when it is imported once more. */
  readonly deleteKey: boolean;
}

/**
 * Takes a certificate out of its store. One of REQUEST stands for a request that waits: the request is cleared with it,
 * and its key destroyed, as with Request-CsCertificate -Clear -RequestId.
 */
export async function removeCertificate(
  deps: Deps,
  removal: CertificateRemoval,
  context: CallContext,
  host: Host,
): Promise<void> {
  const chosen = await chosenCertificate(deps, removal, host);
  if (!(await host.shouldProcess(proposedRemoval(removal)))) return;
  if (chosen.entry.store === 'REQUEST') return clearRequest(deps, chosen, context, host);
  const removed = await chosen.state.certificates.remove(chosen.entry, removal.deleteKey, actorOf(deps, context));
  if (!removed) throw missing(chosen.entry.thumbprint);
}

/** The Windows provider leaves a blank behind the path. */
function proposedRemoval({ store, thumbprint, deleteKey }: CertificateRemoval): ProposedAction {
  const action = deleteKey ? 'Remove certificate and its private key.' : 'Remove certificate';
  return proposal(action, `Item: LocalMachine\\${store}\\${thumbprint.toUpperCase()} `);
}

async function clearRequest(
  deps: Deps,
  { scope, state, entry }: ChosenCertificate,
  context: CallContext,
  host: Host,
): Promise<void> {
  const open = await state.requests.listOpen(scope);
  const stored = open.find(({ row }) => row === entry.requestRow);
  if (stored === undefined) throw missing(entry.thumbprint);
  const { requestId } = stored;
  if (!mayBecome(stored.state, 'cleared')) {
    throw commandError('RequestTakenOver', { requestId, state: stored.state }, { target: String(requestId) });
  }
  const { applied, request, keyGone } = await state.requests.clear(stored, actorOf(deps, context));
  if (!applied) {
    throw commandError('RequestTakenOver', { requestId, state: request.state }, { target: String(requestId) });
  }
  if (!keyGone) {
    host.warning(
      'Another process is using the store: the bytes of the private key are overwritten when it is opened next.',
    );
  }
}
