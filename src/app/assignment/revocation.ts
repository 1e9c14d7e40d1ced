import type { Revocation } from '../../domain/authority/book-entry.ts';
import { canTellRevocations } from '../../ports/certificate-authority.ts';
import type { CertificateFacts } from '../../ports/certificate-reader.ts';
import type { CommandRun } from '../command-run.ts';
import type { Deps } from '../deps.ts';
import type { LocalServer } from './assignment-place.ts';

/**
 * The warning about a certificate that a CA of the deployment has revoked; undefined for any other. Only embedded CAs can
 * be asked (our own addition: no log of the product shows a revoked certificate).
 */
export async function revocationWarning(
  deps: Deps,
  run: CommandRun,
  place: LocalServer,
  facts: CertificateFacts,
): Promise<string | undefined> {
  const found = await revocationOf(deps, place, facts);
  if (found === undefined) return undefined;
  const { config, revocation } = found;
  return `The certificate "${facts.thumbprint}" was revoked by the certification authority (CA) "${config}" on ${run.formatDate(revocation.when)}${because(revocation)}. Whoever checks revocation does not accept it; request a new one.`;
}

/** Which CA of the deployment has revoked a certificate. */
export async function revocationOf(
  deps: Deps,
  { deployment, scope }: Pick<LocalServer, 'deployment' | 'scope'>,
  { isEmulated, thumbprint }: CertificateFacts,
): Promise<{ readonly config: string; readonly revocation: Revocation } | undefined> {
  if (!isEmulated) return undefined;
  const directory = await deps.authorities(deployment, scope.deployment);
  for (const config of directory.configs) {
    const authority = directory.find(config);
    if (authority === undefined || !canTellRevocations(authority)) continue;
    const revocation = await authority.revocationOf(thumbprint);
    if (revocation !== undefined) return { config, revocation };
  }
  return undefined;
}

function because({ reason }: Revocation): string {
  return reason === 'unspecified' ? '' : ` (${reason})`;
}
