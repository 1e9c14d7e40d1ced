import { commandError } from '../../domain/errors/catalogue.ts';
import type { CertificateReference } from '../../domain/request/certificate-reference.ts';
import type { StoredRequest } from '../../domain/request/stored-request.ts';
import type { Issued } from '../../domain/request/verdict.ts';
import type { CertificateAuthority } from '../../ports/certificate-authority.ts';
import { asCertificateReference } from '../certificate-reference-object.ts';
import type { CommandRun } from '../command-run.ts';
import type { Deps } from '../deps.ts';
import { type CheckedCertificate, checkIssued } from './check-issued.ts';

/**
 * Takes an issued certificate into the store and says so in the product's words (domain facts 3.3). Where a check
 * fails nothing is imported and the request stays, as issued, with its key.
 */
export async function importIssued(
  deps: Deps,
  run: CommandRun,
  stored: StoredRequest,
  issued: { readonly verdict: Issued; readonly authority: CertificateAuthority },
): Promise<CertificateReference> {
  const { verdict, authority } = issued;
  for (const warning of verdict.warnings) run.warning(warning);
  const checked = await checkOrKeep(deps, run, stored, verdict, authority);
  if (checked.difference !== undefined && verdict.warnings.length === 0) run.warning(checked.difference);
  const { applied, request } = await deps.openState().requests.recordIssued(stored, checked.material, run.actor());
  if (!applied) throw takenOver(request);
  const { thumbprint } = checked.facts;
  run.log.info(`Certificate was imported with the thumbprint "${thumbprint}".`);
  const use = stored.uses.join(',');
  const line = `Issued thumbprint "${thumbprint}" for use "${use}" by "${stored.ca}".`;
  run.log.info(line);
  run.host.hostLine(line);
  return asCertificateReference(checked.facts, use);
}

async function checkOrKeep(
  deps: Deps,
  run: CommandRun,
  stored: StoredRequest,
  verdict: Issued,
  authority: CertificateAuthority,
): Promise<CheckedCertificate> {
  try {
    return await checkIssued(deps, stored, verdict, await authority.certificates());
  } catch (error) {
    const change = { caRequestId: verdict.caRequestId, disposition: { hresult: 0, message: 'Issued' } };
    await deps.openState().requests.transition(stored, 'issued', change, run.actor());
    throw error;
  }
}

/** Another process moved the request on; what it did stands. */
export function takenOver({ requestId, state }: StoredRequest) {
  return commandError('RequestTakenOver', { requestId, state }, { target: String(requestId) });
}
