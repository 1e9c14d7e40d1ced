import { commandError } from '../../domain/errors/catalogue.ts';
import { type CommandError, isCommandError } from '../../domain/errors/command-error.ts';
import type { StoredRequest } from '../../domain/request/stored-request.ts';
import { verdictError } from '../../domain/request/verdict-error.ts';
import type { CommandRun } from '../command-run.ts';
import type { Deps } from '../deps.ts';
import { importIssued, takenOver } from './import-issued.ts';
import type { Finding } from './look-up.ts';

/**
 * Imports what was issued and puts it out, warns of what is still open, and gives back the errors of the rest in order.
 * A denial that is reported here leaves the list of open requests.
 */
export async function followUp(
  deps: Deps,
  run: CommandRun,
  findings: readonly Finding[],
): Promise<readonly CommandError[]> {
  const errors: CommandError[] = [];
  for (const finding of findings) {
    const error = finding.kind === 'issued' ? await importOne(deps, run, finding) : await reportOne(deps, run, finding);
    if (error !== undefined) errors.push(error);
  }
  return errors;
}

type IssuedFinding = Finding & { readonly kind: 'issued' };

async function importOne(deps: Deps, run: CommandRun, finding: IssuedFinding): Promise<CommandError | undefined> {
  const { stored, verdict, authority } = finding;
  try {
    const reference = await importIssued(deps, run, stored, { verdict, authority });
    run.logOutput(reference);
    run.output(reference);
    return undefined;
  } catch (error) {
    if (!isCommandError(error)) throw error;
    return error;
  }
}

async function reportOne(
  deps: Deps,
  run: CommandRun,
  finding: Exclude<Finding, IssuedFinding>,
): Promise<CommandError | undefined> {
  const { stored } = finding;
  const { requestId, ca, output } = stored;
  switch (finding.kind) {
    case 'pending':
      run.warning(`The certificate request "${requestId}" is still pending at the certification authority "${ca}".`);
      return undefined;
    case 'being submitted': {
      const { host, processId } = stored.updatedBy;
      run.warning(
        `The certificate request "${requestId}" is being submitted to "${ca}" by the process ${processId} on "${host}". Retrieve it when that has ended.`,
      );
      return undefined;
    }
    case 'taken over':
      return takenOver(stored);
    case 'offline':
      run.warning(
        `The certificate request "${requestId}" was written to the file "${output}" and cannot be retrieved from a CA.`,
      );
      return undefined;
    case 'unknowable':
      run.warning(
        `What became of the certificate request "${requestId}" is not known, and the certification authority "${ca}" cannot be asked. Ask its administrator, then remove the request with Request-CsCertificate -Clear -RequestId ${requestId}.`,
      );
      return undefined;
    case 'never arrived':
      return neverArrived(deps, run, stored);
    case 'denied':
      return denied(deps, run, stored);
    case 'revoked':
      return commandError('RequestRevoked', { requestId }, { target: String(requestId) });
    case 'not asked':
      return verdictError(ca, finding.refusal);
  }
}

async function neverArrived(deps: Deps, run: CommandRun, stored: StoredRequest): Promise<CommandError> {
  const disposition = { hresult: 0, message: 'The CA never received the request.' };
  const { applied, request } = await deps.openState().requests.fail(stored, { disposition }, run.actor());
  if (!applied && request.state !== 'failed') return takenOver(request);
  const { requestId, ca } = stored;
  return commandError('RequestNeverArrived', { requestId, config: ca }, { target: String(requestId) });
}

async function denied(deps: Deps, run: CommandRun, stored: StoredRequest): Promise<CommandError> {
  const { applied, request } = await deps.openState().requests.fail(stored, {}, run.actor());
  if (!applied && request.state !== 'failed') return takenOver(request);
  const { hresult, message } = stored.disposition ?? { hresult: 0, message: 'Denied' };
  return commandError(
    'RetrievedRequestDenied',
    { requestId: stored.requestId, message },
    { target: String(stored.requestId), ...(hresult === 0 ? {} : { hresult }) },
  );
}
