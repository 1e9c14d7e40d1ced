import { commandError } from '../../domain/errors/catalogue.ts';
import type { CertificateAddition } from '../../ports/certificate-store.ts';
import type { Host } from '../../ports/host.ts';
import { actorOf } from '../actor.ts';
import type { CallContext } from '../call-context.ts';
import type { Deps } from '../deps.ts';
import { type CertificateChoice, chosenCertificate, missing } from './open-store.ts';

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
  // In the words of the Windows provider; it leaves a blank behind the paths.
  const text = `Performing the operation "Move certificate" on target "Item: LocalMachine\\${entry.store}\\${thumbprint} Destination: LocalMachine\\${move.destination} ".`;
  const query = `Are you sure you want to perform this action?\n${text}`;
  if (!(await host.shouldProcess({ description: text, query, caption: 'Confirm' }))) return;
  const by = actorOf(deps, context);
  const key = privateKey === undefined ? {} : { key: { ofEntry: entry.entry } };
  await state.certificates.add(scope, [{ store: move.destination, certificate, friendlyName, ...key }], by);
  if (!(await state.certificates.remove(entry, false, by))) throw missing(thumbprint);
}
