import { commandError } from '../domain/errors/catalogue.ts';
import type { CertificateReference } from '../domain/request/certificate-reference.ts';
import type { Disposition, StoredRequest } from '../domain/request/stored-request.ts';
import type { Issued, Verdict, Waiting } from '../domain/request/verdict.ts';
import { verdictError } from '../domain/request/verdict-error.ts';
import type { CertificateAuthority } from '../ports/certificate-authority.ts';
import { asCertificateRequest } from './certificate-request-object.ts';
import type { RequestTarget } from './check-parameters.ts';
import type { CommandRun } from './command-run.ts';
import type { Deps } from './deps.ts';
import { issuedMaterial } from './issued-material.ts';
import { type PreparedRequest, prepareRequest } from './prepare-request.ts';
import type { RequestOutline } from './request-outline.ts';
import type { NewRequestParameters } from './request-parameters.ts';

interface OnlineRequest {
  readonly outline: RequestOutline;
  readonly target: RequestTarget & { readonly kind: 'authority' };
  readonly authority: CertificateAuthority;
  readonly parameters: NewRequestParameters;
}

/** `-New -CA`: submits once, and follows the CA's verdict. */
export async function requestOnline(deps: Deps, run: CommandRun, request: OnlineRequest): Promise<void> {
  const { outline, target, authority, parameters } = request;
  const prepared = await prepareRequest(deps, run, {
    outline,
    plan: outline.plan,
    parameters,
    firstState: 'prepared',
    ca: target.config,
    output: '',
  });
  const { requests } = prepared.state;
  const submitting = await requests.transition(prepared.stored, 'submitting', {}, run.actor());
  if (!submitting.applied) throw takenOver(submitting.request);
  run.log.info(`Certificate request submitted to certification authority (CA) "${target.config}".`);
  const verdict = await authority.submit(prepared.linted, {
    template: outline.template,
    credentials: target.credentials,
    requester: run.context.user,
  });
  await followVerdict(deps, run, request, { ...prepared, stored: submitting.request }, verdict);
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
    case 'issued':
      return takeCertificate(deps, run, request, prepared, verdict);
    case 'wait':
      return keepPending(run, prepared, verdict);
    default: {
      const change = { ...numberOf(verdict), disposition: dispositionOf(verdict) };
      await requests.fail(prepared.stored, change, run.actor());
      throw verdictError(request.target.config, verdict);
    }
  }
}

async function takeCertificate(
  deps: Deps,
  run: CommandRun,
  { outline, target }: OnlineRequest,
  prepared: PreparedRequest,
  verdict: Issued,
): Promise<void> {
  run.log.info('Certificate issued successfully.');
  for (const warning of verdict.warnings) run.warning(warning);
  const facts = deps.reader.read(verdict.certificate);
  const material = issuedMaterial(deps.reader, prepared.stored, facts, verdict);
  const { applied, request: imported } = await prepared.state.requests.recordIssued(
    prepared.stored,
    material,
    run.actor(),
  );
  if (!applied) throw takenOver(imported);
  run.log.info(`Certificate was imported with the thumbprint "${facts.thumbprint}".`);
  const use = outline.uses.join(',');
  const line = `Issued thumbprint "${facts.thumbprint}" for use "${use}" by "${target.config}".`;
  run.log.info(line);
  run.host.hostLine(line);
  const reference: CertificateReference = {
    issuer: facts.issuer,
    notAfter: facts.notAfter,
    notBefore: facts.notBefore,
    serialNumber: facts.serialNumber,
    subject: facts.subject,
    alternativeNames: facts.alternativeNames,
    thumbprint: facts.thumbprint,
    effectiveDate: undefined,
    previousThumbprint: '',
    updateTime: undefined,
    use,
    sourceScope: '',
  };
  run.log.complete();
  run.log.output(reference);
  run.host.output({ kind: 'CertificateReference', ...reference });
}

async function keepPending(run: CommandRun, prepared: PreparedRequest, verdict: Waiting): Promise<void> {
  const { caRequestId, cookie, earliestNextPoll, message } = verdict;
  const { applied, request } = await prepared.state.requests.transition(
    prepared.stored,
    'pending',
    { caRequestId, disposition: { hresult: 0, message }, poll: { cookie, earliestNextPoll } },
    run.actor(),
  );
  if (!applied) throw takenOver(request);
  run.log.info(`Certificate request is pending with the request ID "${request.requestId}".`);
  run.log.complete();
  run.host.output(asCertificateRequest(request));
}

function numberOf(verdict: Exclude<Verdict, Issued | Waiting>): { readonly caRequestId?: string } {
  return verdict.kind === 'denied' ? { caRequestId: verdict.caRequestId } : {};
}

function dispositionOf(verdict: Exclude<Verdict, Issued | Waiting>): Disposition {
  switch (verdict.kind) {
    case 'denied':
      return { hresult: verdict.hresult, message: verdict.message };
    case 'refused-credentials':
      return { hresult: 0x80070005, message: 'The CA refused the credentials.' };
    default:
      return { hresult: 0, message: verdict.reason };
  }
}

/** Another process moved the request on; what it did stands. */
function takenOver({ requestId, state }: StoredRequest) {
  return commandError('RequestTakenOver', { requestId, state }, { target: String(requestId) });
}
