import { thumbprintInEffect } from '../../domain/assignment/assignment.ts';
import { accessLines, assignedLines } from '../../domain/assignment/assignment-lines.ts';
import { bindingLines } from '../../domain/assignment/bindings.ts';
import { privateKeyPath } from '../../domain/assignment/key-file.ts';
import type { AssignmentChange } from '../../ports/assignment-store.ts';
import type { CommandRun } from '../command-run.ts';
import type { AssignableCertificate } from './assignable-certificate.ts';
import type { LocalServer } from './assignment-place.ts';

/** What one use's assignment looks like in the log, and at its end on the host (domain facts 7.3, transcripts). */
export function logAssignment(
  run: CommandRun,
  { deployment, roles, machine }: LocalServer,
  { facts }: AssignableCertificate,
  change: AssignmentChange,
): void {
  const { use, before, after } = change;
  const { thumbprint } = facts;
  run.log.info(
    before === undefined
      ? `Certificate not found for the usage type "${use}".`
      : `Certificate "${before.thumbprint}" was found for the usage type "${use}".`,
  );
  run.log.info(`Private key file path: ${privateKeyPath({ ...facts, machine: machine.fqdn })}`);
  for (const line of accessLines('added')) run.log.info(line);
  run.log.info(`Certificate "${thumbprint}" has been added to the local data store with the usage type "${use}".`);
  // Services go on with the certificate before until a later date.
  if (after === undefined || thumbprintInEffect(after, run.actor().at) === thumbprint) {
    const bound = before && { thumbprint: before.thumbprint, serialNumber: '' };
    const site = { product: deployment.product, roles };
    for (const line of bindingLines(use, site, bound, facts)) run.log.info(line);
  }
  for (const line of assignedLines(use, facts)) {
    run.log.info(line);
    run.host.hostLine(line);
  }
}
