import { checkValidity } from '../../domain/assignment/effective-date.ts';
import type { CertificateUse } from '../../domain/certificate-use.ts';
import type { Deployment } from '../../domain/deployment/deployment.ts';
import { commandError } from '../../domain/errors/catalogue.ts';
import type { StoreScope } from '../../domain/request/stored-request.ts';
import type { CertificateFacts } from '../../ports/certificate-reader.ts';
import type { CertificateEntry, CertificateStoreName } from '../../ports/certificate-store.ts';
import type { CommandRun } from '../command-run.ts';
import type { Deps } from '../deps.ts';
import type { LocalServer } from './assignment-place.ts';
import type { CheckedSet } from './set-parameters.ts';

/** A certificate of My that services may use. */
export interface AssignableCertificate {
  readonly entry: CertificateEntry;
  readonly facts: CertificateFacts;
}

/**
 * Finds the certificate and checks it: its key is there, it is no CA's, it is valid when it is to be used, and the
 * product can use its key (domain facts 4.7). Throws the errors of `assignment-errors` about certificates.
 */
export async function findAssignable(
  deps: Deps,
  run: CommandRun,
  { scope, deployment }: LocalServer,
  { thumbprint, effective }: CheckedSet,
): Promise<AssignableCertificate> {
  const entry = await findInMy(deps, scope, thumbprint);
  const facts = (await deps.reader()).read(entry.certificate);
  if (entry.privateKey === undefined)
    throw commandError('CertificateWithoutKey', { thumbprint }, { target: thumbprint });
  checkAssignable(run, deployment, facts, { effective, now: deps.clock.now() });
  return { entry, facts };
}

/** The checks that a certificate with its key has to pass. */
export function checkAssignable(
  run: CommandRun,
  deployment: Deployment,
  facts: CertificateFacts,
  { effective, now }: { readonly effective: Date | undefined; readonly now: Date },
): void {
  const { thumbprint } = facts;
  if (facts.isCa) throw commandError('CertificateOfAuthority', { thumbprint }, { target: thumbprint });
  checkValidity(facts, { effective, now }, run.formatDate);
  if (!facts.hasRsaKey && deployment.product.startsWith('Lync')) {
    throw commandError('CngKeyNotUsable', {}, { target: thumbprint });
  }
}

async function findInMy(deps: Deps, scope: StoreScope, thumbprint: string): Promise<CertificateEntry> {
  const certificates = deps.stateExists() ? deps.openState().certificates : undefined;
  const entry = await certificates?.find(scope, thumbprint);
  if (entry?.store === 'My') return entry;
  const elsewhere = entry === undefined ? undefined : whereItIs(entry.store);
  throw commandError('CertificateNotInStore', { thumbprint, elsewhere }, { target: thumbprint });
}

function whereItIs(store: CertificateStoreName): string {
  return store === 'REQUEST'
    ? 'It is the placeholder of a request that waits in LocalMachine\\REQUEST; retrieve or import the certificate first.'
    : `It is in LocalMachine\\${store}, which holds certificates of certification authorities.`;
}

/** The uses of the request that the certificate came from. Throws CertificateTypeMissing. */
export async function usesOfRequest(
  deps: Deps,
  scope: StoreScope,
  thumbprint: string,
): Promise<readonly CertificateUse[]> {
  const request = await deps.openState().requests.findByThumbprint(scope, thumbprint);
  if (request !== undefined) return request.uses;
  throw commandError('CertificateTypeMissing', { thumbprint }, { target: thumbprint });
}
