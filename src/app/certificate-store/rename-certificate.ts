import type { Host } from '../../ports/host.ts';
import { actorOf } from '../actor.ts';
import type { CallContext } from '../call-context.ts';
import type { Deps } from '../deps.ts';
import { refuseControlCharacters } from '../parameter-values.ts';
import { type CertificateChoice, chosenCertificate, missing } from './open-store.ts';

export interface CertificateRenaming extends CertificateChoice {
  /** Empty takes the name away. */
  readonly friendlyName: string;
}

/**
 * Gives a certificate another friendly name, of one line as -FriendlyName is; whatever reads the store from now on sees
 * it. Error `ParameterNotOneLine`.
 */
export async function renameCertificate(
  deps: Deps,
  { friendlyName, ...choice }: CertificateRenaming,
  context: CallContext,
  host: Host,
): Promise<void> {
  refuseControlCharacters('FriendlyName', friendlyName);
  const { state, entry } = await chosenCertificate(deps, choice, host);
  const renamed = await state.certificates.rename(entry, friendlyName, actorOf(deps, context));
  if (!renamed) throw missing(entry.thumbprint);
}
