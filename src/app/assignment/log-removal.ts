import { type Assignment, thumbprintInEffect } from '../../domain/assignment/assignment.ts';
import { accessLines } from '../../domain/assignment/assignment-lines.ts';
import { bindingLines } from '../../domain/assignment/bindings.ts';
import { privateKeyPath } from '../../domain/assignment/key-file.ts';
import type { CommandRun } from '../command-run.ts';
import type { Deps } from '../deps.ts';
import { findAssigned } from './assigned-certificate.ts';
import type { LocalServer } from './assignment-place.ts';
import type { Removal } from './propose-removal.ts';

/**
 * What the log says of a certificate that a use lost: the words of an assignment the other way round (inferred). `left`
 * is what is still assigned; a certificate that none of it has is closed to the services.
 */
export async function logRemoval(
  deps: Deps,
  run: CommandRun,
  server: LocalServer,
  { removal, left }: { readonly removal: Removal; readonly left: readonly Assignment[] },
): Promise<void> {
  const { assignment, thumbprint, previous } = removal;
  const { use } = assignment;
  const { roles, deployment, machine, scope } = server;
  const which = previous ? 'Previous certificate' : 'Certificate';
  run.log.info(`${which} "${thumbprint}" has been removed from the local data store with the usage type "${use}".`);
  const found = await findAssigned(deps, scope, { ...assignment, thumbprint });
  const facts = found && (await deps.reader()).read(found.entry.certificate);
  // Services were not bound to a certificate that was only staged.
  if (!previous && thumbprintInEffect(assignment, deps.clock.now()) === thumbprint) {
    const bound = { thumbprint, serialNumber: facts?.serialNumber ?? '' };
    const site = { product: deployment.product, roles };
    for (const line of bindingLines(use, site, bound, undefined)) run.log.info(line);
  }
  if (facts === undefined || left.some((other) => usesCertificate(other, thumbprint))) return;
  run.log.info(`Private key file path: ${privateKeyPath({ ...facts, machine: machine.fqdn })}`);
  for (const line of accessLines('removed')) run.log.info(line);
}

function usesCertificate(assignment: Assignment, thumbprint: string): boolean {
  return assignment.thumbprint === thumbprint || assignment.previousThumbprint === thumbprint;
}
