import type { Assignment } from '../../domain/assignment/assignment.ts';
import { commandError } from '../../domain/errors/catalogue.ts';
import type { CertificateReference } from '../../domain/request/certificate-reference.ts';
import type { StoreScope } from '../../domain/request/stored-request.ts';
import type { Host } from '../../ports/host.ts';
import type { CallContext } from '../call-context.ts';
import { asCertificateReference } from '../certificate-reference-object.ts';
import type { CommandRun } from '../command-run.ts';
import type { Deps } from '../deps.ts';
import { localScope } from '../local-scope.ts';
import { logConnection } from '../log-connection.ts';
import { withoutBlanks } from '../parameter-values.ts';
import { runChecked } from '../run-command.ts';
import { findAssigned, listAssignments, listAssignmentsHere, warnOfMissingKey } from './assigned-certificate.ts';
import {
  type AssignmentChoice,
  type AssignmentParameters,
  checkAssignmentParameters,
  refuseNetportId,
} from './assignment-parameters.ts';
import { untrustedReason } from './trust.ts';

/** Get-CsCertificate: the certificates in use on this computer, one object a use (domain facts 7.1). */
export async function getCertificates(
  deps: Deps,
  given: AssignmentParameters,
  context: CallContext,
  host: Host,
): Promise<void> {
  const parameters = withoutBlanks(given);
  const call = { cmdlet: 'Get-CsCertificate', host, context, parameters } as const;
  const check = () => checkAssignmentParameters(parameters);
  await runChecked(deps, call, check, async (run, deployment, choice) => {
    refuseNetportId(parameters, deployment.product);
    const local = await localScope(deps, deployment);
    const { scope, topology } = local;
    logConnection(run.log, topology, false);
    run.log.beginAction('Get Certificate');
    const all = choice.level === 'global' ? await listAssignments(deps, scope) : await listAssignmentsHere(deps, local);
    const chosen = all.filter((assignment) => isChosen(assignment, choice));
    const references: CertificateReference[] = [];
    for (const assignment of chosen) {
      const reference = await referenceOrError(deps, run, scope, assignment);
      if (reference !== undefined) references.push(reference);
    }
    run.log.complete();
    for (const reference of references) run.logOutput(reference);
  });
}

function isChosen(assignment: Assignment, { uses, level }: AssignmentChoice): boolean {
  return (uses?.includes(assignment.use) ?? true) && (level === undefined || level === assignment.level);
}

/** Puts the object out at once, or says why there is none; the others follow in either case. */
async function referenceOrError(
  deps: Deps,
  run: CommandRun,
  scope: StoreScope,
  assignment: Assignment,
): Promise<CertificateReference | undefined> {
  const { thumbprint, use } = assignment;
  const found = await findAssigned(deps, scope, assignment);
  const reason =
    found === undefined
      ? 'it is not in the certificate store LocalMachine\\My'
      : await untrustedReason(deps, found.scope, found.entry);
  if (found === undefined || reason !== undefined) {
    const problem = { thumbprint, use, reason: reason ?? '' };
    run.error(commandError('AssignedCertificateNotFound', problem, { target: use }));
    return undefined;
  }
  warnOfMissingKey(run, found, assignment);
  const facts = (await deps.reader()).read(found.entry.certificate);
  const reference = asCertificateReference(facts, use, assignment);
  run.output(reference);
  return reference;
}
