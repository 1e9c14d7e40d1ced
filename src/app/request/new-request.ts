import { commandError } from '../../domain/errors/catalogue.ts';
import { formatDistinguishedName } from '../../domain/x500/name-text.ts';
import type { CertificateAuthority, CertificateAuthorityDirectory } from '../../ports/certificate-authority.ts';
import type { Host } from '../../ports/host.ts';
import type { CallContext } from '../call-context.ts';
import { type CommandRun, refuseForeignProvider, runCommand } from '../command-run.ts';
import type { Deps } from '../deps.ts';
import { logConnection } from '../log-connection.ts';
import { withoutBlanks } from '../parameter-values.ts';
import { productFamily } from '../product-words.ts';
import type { NewRequestParameters } from '../request-parameters.ts';
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
  // A mistyped parameter leaves no log behind, unless the caller named a place for one.
  if (parameters.Report === undefined) checkAll(parameters);
  return runCommand(deps, { cmdlet: 'Request-CsCertificate', host, context, parameters }, async (run, deployment) => {
    const checked = checkAll(parameters);
    run.verbose(
      `Create a certificate request based on ${productFamily(deployment.product)} configuration for this computer.`,
    );
    sayDirectoryParameters(run, parameters);
    const loaded = await deps.openTopology(deployment.topologyPath).load();
    logConnection(run.log, loaded.topology, parameters.ComputerFqdn !== undefined);
    run.log.beginAction();
    const outline = await outlineRequest(deps, deployment, loaded, { parameters, checked });
    for (const warning of outline.warnings) run.warning(warning);
    const subject = formatDistinguishedName(outline.plan.subject);
    sayNames(run, outline);
    logRequestNames(run.log, outline);
    const { target } = outline;
    if (target.kind === 'authority') {
      const authorities = await deps.authorities(deployment, outline.scope.deployment);
      const authority = findAuthority(authorities, target.config);
      if (await agreed(run, outline, subject)) {
        await sweepAbandoned(deps, run);
        await requestOnline(deps, run, { outline, target, authority, parameters });
      }
    } else {
      const files = deps.requestFiles(deployment);
      const file = { path: target.output, force: parameters.Force === true };
      await requestOffline(deps, run, {
        outline,
        files,
        file,
        parameters,
        agreed: () => agreed(run, outline, subject),
      });
    }
    return outline;
  });
}

function checkAll(parameters: NewRequestParameters): CheckedParameters {
  refuseForeignProvider('Output', parameters.Output);
  return checkParameters(parameters);
}

function agreed(run: CommandRun, outline: RequestOutline, subject: string): Promise<boolean> {
  return run.host.shouldProcess(proposedRequest(outline, subject, run.context.whatIf));
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
