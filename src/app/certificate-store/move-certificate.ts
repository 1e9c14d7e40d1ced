import { commandError } from '../../domain/errors/catalogue.ts';
import type { CertificateAddition } from '../../ports/certificate-store.ts';
import type { Host } from '../../ports/host.ts';
import { actorOf } from '../actor.ts';
import type { CallContext } from '../call-context.ts';
import type { Deps } from '../deps.ts';
import { type CertificateChoice, chosenCertificate, missing } from './open-store.ts';
import { proposal } from './proposal.ts';

export interface CertificateMove extends CertificateChoice {
  readonly destination: CertificateAddition['store'];
}

/** Takes a certificate with its key and name to another store. It is there before it leaves the first one. */
export async function moveCertificate(
  deps: Deps,
  move: CertificateMove,
  context: CallContext,
  host: Host,
): Promise<void> {
  const { scope, state, entry } = await chosenCertificate(deps, move, host);
  const { thumbprint, certificate, friendlyName, privateKey } = entry;
  if (entry.store === 'REQUEST') throw commandError('RequestNotMoved', { thumbprint }, { target: thumbprint });
  // The Windows provider leaves a blank behind the paths.
  const target = `Item: LocalMachine\\${entry.store}\\${thumbprint} Destination: LocalMachine\\${move.destination} `;
  if (!(await host.shouldProcess(proposal('Move certificate', target)))) return;
  const by = actorOf(deps, context);
  const key = privateKey === undefined ? {} : { key: { ofEntry: entry.entry } };
  await state.certificates.add(scope, [{ store: move.destination, certificate, friendlyName, ...key }], by);
  if (!(await state.certificates.remove(entry, false, by))) throw missing(thumbprint);
}
