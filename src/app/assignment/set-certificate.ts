import { type Assignment, type AssignmentPlace, nextAssignment } from '../../domain/assignment/assignment.ts';
import { levelOfUse } from '../../domain/assignment/assignment-level.ts';
import { cultureDateFormat } from '../../domain/culture-date.ts';
import type { Host } from '../../ports/host.ts';
import type { CallContext } from '../call-context.ts';
import type { CommandRun } from '../command-run.ts';
import type { Deps } from '../deps.ts';
import { withoutBlanks } from '../parameter-values.ts';
import { runChecked } from '../run-command.ts';
import { type AssignableCertificate, findAssignable, usesOfRequest } from './assignable-certificate.ts';
import { refuseNetportId } from './assignment-parameters.ts';
import { beginAssignment, type LocalServer } from './assignment-place.ts';
import { logAssignment } from './log-assignment.ts';
import { logCertificateCheck } from './log-certificate-check.ts';
import { proposedAssignment } from './propose-assignment.ts';
import { type CheckedSet, checkSetParameters, type SetCertificateParameters } from './set-parameters.ts';
import { sayRollWithoutUse, warnOfDates } from './staging.ts';

/** Set-CsCertificate: from now on, or from a date on, services use this certificate (domain facts 7.3). */
export async function setCertificate(
  deps: Deps,
  given: SetCertificateParameters,
  context: CallContext,
  host: Host,
): Promise<void> {
  const parameters = withoutBlanks(given);
  const check = () =>
    checkSetParameters(parameters, { now: deps.clock.now(), formatDate: cultureDateFormat(context.culture) });
  const call = { cmdlet: 'Set-CsCertificate', host, context, parameters } as const;
  await runChecked(deps, call, check, async (run, deployment, checked) => {
    refuseNetportId(parameters, deployment.product);
    run.verbose('Assign the certificate to the local or central configuration databases.');
    const server = await beginAssignment(deps, run, deployment, { action: 'Set Certificate', choice: checked });
    await assignCertificate(deps, run, server, checked);
    run.log.complete();
  });
}

/** Checks the certificate, and assigns it for every use in one transaction; `agreed`: the user was asked before. */
export async function assignCertificate(
  deps: Deps,
  run: CommandRun,
  server: LocalServer,
  checked: CheckedSet,
  agreed = false,
): Promise<void> {
  const certificate = await findAssignable(deps, run, server, checked);
  const uses = checked.uses ?? (await usesOfRequest(deps, server.scope, checked.thumbprint));
  await logCertificateCheck(deps, run, server, { certificate, uses });
  const { assignments } = deps.openState();
  const before = await assignments.list(server.scope);
  const places = uses.map((use) => ({ level: levelOfUse(use, checked.level), use }));
  const { thumbprint } = certificate.facts;
  await warnOfDates(deps, run, server, { thumbprint, places, before, effective: checked.effective });
  const { effective } = checked;
  if (checked.roll) sayRollWithoutUse(run, uses);
  const proposed = proposedAssignment(run, certificate, places, { before, effective });
  if (!agreed && !(await run.host.shouldProcess(proposed))) return;
  const changes = await assignments.update(
    server.scope,
    places,
    wanting(run, server, certificate, effective),
    run.actor(),
  );
  run.recordUpdate();
  for (const change of changes) logAssignment(run, server, certificate, change);
}

function wanting(
  run: CommandRun,
  { machine }: LocalServer,
  { facts }: AssignableCertificate,
  effective: Date | undefined,
) {
  const wanted = { thumbprint: facts.thumbprint, effectiveWhen: effective, machine: machine.fqdn };
  const { at } = run.actor();
  return (place: AssignmentPlace, before: Assignment | undefined) => nextAssignment(before, place, wanted, at);
}
