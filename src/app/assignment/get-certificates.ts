import type { Assignment } from '../../domain/assignment/assignment.ts';
import type { CertificateUse } from '../../domain/certificate-use.ts';
import { commandError } from '../../domain/errors/catalogue.ts';
import type { CertificateReference } from '../../domain/request/certificate-reference.ts';
import type { StoreScope } from '../../domain/request/stored-request.ts';
import { certificateUsesOf } from '../../domain/topology/roles.ts';
import type { Topology } from '../../domain/topology/topology.ts';
import type { Host } from '../../ports/host.ts';
import type { CallContext } from '../call-context.ts';
import { asCertificateReference } from '../certificate-reference-object.ts';
import { withoutBlanks } from '../check-parameters.ts';
import { type CommandRun, runCommand } from '../command-run.ts';
import type { Deps } from '../deps.ts';
import { localScope } from '../local-scope.ts';
import { logConnection } from '../log-connection.ts';
import { localMachine } from '../select-machine.ts';
import { findAssigned, listAssignments } from './assigned-certificate.ts';
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
  if (parameters.Report === undefined) checkAssignmentParameters(parameters);
  await runCommand(deps, { cmdlet: 'Get-CsCertificate', host, context, parameters }, async (run, deployment) => {
    const choice = checkAssignmentParameters(parameters);
    refuseNetportId(parameters, deployment.product);
    const { scope, topology } = await localScope(deps, deployment);
    logConnection(run.log, topology, false);
    run.log.beginAction('Get Certificate');
    const needed = usesNeeded(topology, scope);
    const chosen = (await listAssignments(deps, scope)).filter(
      (assignment) => isChosen(assignment, choice) && isHere(assignment, choice, needed),
    );
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

/** Undefined on a computer outside the topology, from which everything is administered. */
function usesNeeded(topology: Topology, scope: StoreScope): readonly CertificateUse[] | undefined {
  const machine = localMachine(topology, scope.machine);
  return machine === undefined ? undefined : certificateUsesOf(topology, machine);
}

/** A certificate of the deployment goes to the computers that need it: an Edge Server has no OAuthTokenIssuer (1.3). */
function isHere({ use, level }: Assignment, choice: AssignmentChoice, needed?: readonly CertificateUse[]): boolean {
  return level === 'computer' || choice.level === level || (needed?.includes(use) ?? true);
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
  const facts = (await deps.reader()).read(found.entry.certificate);
  const reference = asCertificateReference(facts, use, assignment);
  run.output(reference);
  return reference;
}
