import type { Deployment } from '../../domain/deployment/deployment.ts';
import { commandError } from '../../domain/errors/catalogue.ts';
import type { StoreScope } from '../../domain/request/stored-request.ts';
import type { CertificateEntry, CertificateStoreName } from '../../ports/certificate-store.ts';
import type { Host } from '../../ports/host.ts';
import type { Deps, State } from '../deps.ts';
import { localScope } from '../local-scope.ts';

/** One certificate of one store. */
export interface CertificateChoice {
  readonly store: CertificateStoreName;
  /** 40 hexadecimal digits in any case. */
  readonly thumbprint: string;
}

export interface ChosenCertificate {
  readonly scope: StoreScope;
  readonly state: State;
  readonly entry: CertificateEntry;
}

/** The stores that a drive shows are those of this deployment and this computer. */
export async function storeScope(deps: Deps, host: Host): Promise<StoreScope> {
  return (await openStore(deps, host)).scope;
}

/** The same with the deployment that the stores belong to. */
export async function openStore(
  deps: Deps,
  host: Host,
): Promise<{ readonly deployment: Deployment; readonly scope: StoreScope }> {
  const deployment = await deps.deployments.load((name) => host.environmentVariable(name));
  return { deployment, scope: (await localScope(deps, deployment)).scope };
}

/** The certificate that is meant. Error `CertificateNotFound`. */
export async function chosenCertificate(
  deps: Deps,
  { store, thumbprint }: CertificateChoice,
  host: Host,
): Promise<ChosenCertificate> {
  const scope = await storeScope(deps, host);
  const state = deps.stateExists() ? deps.openState() : undefined;
  const entry = await state?.certificates.find(scope, thumbprint, store);
  if (state === undefined || entry === undefined) throw missing(thumbprint);
  return { scope, state, entry };
}

/** It never was in the store, or somebody took it away in the meantime. */
export function missing(thumbprint: string) {
  return commandError('CertificateNotFound', { thumbprint }, { target: thumbprint });
}
