import type { Deployment } from '../../domain/deployment/deployment.ts';
import { commandError } from '../../domain/errors/catalogue.ts';
import type { CertificateAuthority, CertificateAuthorityDirectory } from '../../ports/certificate-authority.ts';
import type { Host } from '../../ports/host.ts';
import type { CallContext } from '../call-context.ts';
import type { CommandRun } from '../command-run.ts';
import type { Deps } from '../deps.ts';
import { logConnection } from '../log-connection.ts';
import { withoutBlanks } from '../parameter-values.ts';
import { refuseForeignProvider } from '../path-text.ts';
import { productFamily } from '../product-words.ts';
import type { NewRequestParameters } from '../request-parameters.ts';
import { runChecked } from '../run-command.ts';
import { type CheckedParameters, checkParameters } from './check-parameters.ts';
import { proposedRequest, sayNames } from './describe-request.ts';
import { logRequestNames } from './log-request.ts';
import { requestOffline } from './offline-request.ts';
import { requestOnline } from './online-request.ts';
import { outlineRequest, type RequestOutline } from './request-outline.ts';
import { sweepAbandoned } from './sweep-abandoned.ts';

/** `-New`: derives the names, asks the CA or writes the request file. Gives what was decided, for callers that report it. */
export async function newRequest(
  deps: Deps,
  given: NewRequestParameters,
  context: CallContext,
  host: Host,
): Promise<RequestOutline> {
  const parameters = withoutBlanks(given);
  const call = { cmdlet: 'Request-CsCertificate', host, context, parameters } as const;
  const check = () => checkAll(parameters);
  return runChecked(deps, call, check, async (run, deployment, checked) => {
    const outline = await outlineAndSay(deps, run, deployment, { parameters, checked });
    await request(deps, run, deployment, { parameters, outline });
    return outline;
  });
}

async function outlineAndSay(
  deps: Deps,
  run: CommandRun,
  deployment: Deployment,
  { parameters, checked }: { readonly parameters: NewRequestParameters; readonly checked: CheckedParameters },
): Promise<RequestOutline> {
  run.verbose(
    `Create a certificate request based on ${productFamily(deployment.product)} configuration for this computer.`,
  );
  sayDirectoryParameters(run, parameters);
  const loaded = await deps.openTopology(deployment.topologyPath).load();
  logConnection(run.log, loaded.topology, parameters.ComputerFqdn !== undefined);
  run.log.beginAction();
  const outline = await outlineRequest(deps, deployment, loaded, { parameters, checked });
  for (const warning of outline.warnings) run.warning(warning);
  sayNames(run, outline);
  logRequestNames(run.log, outline);
  return outline;
}

/** Submits the request, or writes it to a file, once the user has agreed. */
async function request(
  deps: Deps,
  run: CommandRun,
  deployment: Deployment,
  { parameters, outline }: { readonly parameters: NewRequestParameters; readonly outline: RequestOutline },
): Promise<void> {
  const { target } = outline;
  const agreed = () => run.host.shouldProcess(proposedRequest(outline, run.context.whatIf));
  if (target.kind === 'file') {
    const files = deps.requestFiles(deployment);
    const file = { path: target.output, force: parameters.Force === true };
    return requestOffline(deps, run, { outline, files, file, parameters, agreed });
  }
  const authorities = await deps.authorities(deployment, outline.scope.deployment);
  const authority = findAuthority(authorities, target.config);
  if (!(await agreed())) return;
  await sweepAbandoned(deps, run);
  await requestOnline(deps, run, { outline, target, authority, parameters });
}

function checkAll(parameters: NewRequestParameters): CheckedParameters {
  refuseForeignProvider('Output', parameters.Output);
  return checkParameters(parameters);
}

function findAuthority(authorities: CertificateAuthorityDirectory, config: string): CertificateAuthority {
  const authority = authorities.find(config);
  if (authority === undefined) {
    throw commandError('CertificationAuthorityNotFound', { config, known: authorities.configs }, { target: config });
  }
  return authority;
}

/** Both name a directory server, which an emulated deployment does not have (domain facts 10). */
function sayDirectoryParameters(run: CommandRun, parameters: NewRequestParameters): void {
  for (const name of ['GlobalCatalog', 'GlobalSettingsDomainController'] as const) {
    if (parameters[name] === undefined) continue;
    run.verbose(`-${name} is not used: the topology comes from a document, not from a directory.`);
  }
}
