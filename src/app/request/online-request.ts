import type { LintedRequest } from '../../domain/request/linter.ts';
import type { StoredRequest } from '../../domain/request/stored-request.ts';
import type { Verdict, Waiting } from '../../domain/request/verdict.ts';
import { verdictError } from '../../domain/request/verdict-error.ts';
import type { CertificateAuthority } from '../../ports/certificate-authority.ts';
import type { CommandRun } from '../command-run.ts';
import type { Deps } from '../deps.ts';
import type { NewRequestParameters } from '../request-parameters.ts';
import { asCertificateRequest } from './certificate-request-object.ts';
import type { RequestTarget } from './check-parameters.ts';
import { importIssued, takenOver } from './import-issued.ts';
import { type PreparedRequest, prepareRequest } from './prepare-request.ts';
import { refusalChange } from './refusal-change.ts';
import type { RequestOutline } from './request-outline.ts';

interface OnlineRequest {
  readonly outline: RequestOutline;
  readonly target: RequestTarget & { readonly kind: 'authority' };
  readonly authority: CertificateAuthority;
  readonly parameters: NewRequestParameters;
}

/** `-New -CA`: submits once, and follows the CA's verdict. */
export async function requestOnline(deps: Deps, run: CommandRun, request: OnlineRequest): Promise<void> {
  const { outline, target, parameters } = request;
  const prepared = await prepareRequest(deps, run, {
    outline,
    parameters,
    firstState: 'prepared',
    ca: target.config,
    output: '',
  });
  const { requests } = prepared.state;
  const submitting = await requests.transition(prepared.stored, 'submitting', {}, run.actor());
  if (!submitting.applied) throw takenOver(submitting.request);
  run.log.info(`Certificate request submitted to certification authority (CA) "${target.config}".`);
  const verdict = await submitOnce(deps, run, request, prepared.linted, submitting.request);
  await followVerdict(deps, run, request, { ...prepared, stored: submitting.request }, verdict);
}

/** A submission that broke off may have arrived: the request is left so that anybody's -Retrieve may ask about it. */
async function submitOnce(
  deps: Deps,
  run: CommandRun,
  { outline, target, authority }: OnlineRequest,
  linted: LintedRequest,
  stored: StoredRequest,
): Promise<Verdict> {
  const submission = {
    template: outline.template,
    credentials: target.credentials,
    requester: run.context.user,
  };
  try {
    return await authority.submit(linted, submission);
  } catch (error) {
    await deps
      .openState()
      .requests.transition(stored, 'unknown', {}, run.actor())
      .catch(() => undefined);
    throw error;
  }
}

async function followVerdict(
  deps: Deps,
  run: CommandRun,
  request: OnlineRequest,
  prepared: PreparedRequest,
  verdict: Verdict,
): Promise<void> {
  const { requests } = prepared.state;
  switch (verdict.kind) {
    case 'issued': {
      run.log.info('Certificate issued successfully.');
      const { authority } = request;
      const reference = await importIssued(deps, run, prepared.stored, { verdict, authority });
      run.log.complete();
      run.logOutput(reference);
      run.output(reference);
      return;
    }
    case 'wait':
      return keepPending(run, prepared, verdict);
    default: {
      await requests.fail(prepared.stored, refusalChange(verdict), run.actor());
      throw verdictError(request.target.config, verdict);
    }
  }
}

async function keepPending(run: CommandRun, prepared: PreparedRequest, verdict: Waiting): Promise<void> {
  const { caRequestId, cookie, earliestNextPoll, message } = verdict;
  const { applied, request } = await prepared.state.requests.transition(
    prepared.stored,
    'pending',
    {
      caRequestId,
      disposition: { hresult: 0, message },
      poll: { cookie, earliestNextPoll },
      placeholder: await prepared.placeholder(),
    },
    run.actor(),
  );
  if (!applied) throw takenOver(request);
  run.log.info(`Certificate request is pending with the request ID "${request.requestId}".`);
  run.log.complete();
  run.host.output(asCertificateRequest(request));
}
