import { cultureDateFormat } from '../../domain/culture-date.ts';
import type { Deployment } from '../../domain/deployment/deployment.ts';
import type { StoreScope } from '../../domain/request/stored-request.ts';
import type { Host } from '../../ports/host.ts';
import { beginAssignment, type LocalServer } from '../assignment/assignment-place.ts';
import { untrustedReason } from '../assignment/trust.ts';
import type { CallContext } from '../call-context.ts';
import type { CommandRun } from '../command-run.ts';
import type { Deps } from '../deps.ts';
import { localScope } from '../local-scope.ts';
import { logConnection } from '../log-connection.ts';
import { withoutBlanks } from '../parameter-values.ts';
import { refuseForeignProvider } from '../path-text.ts';
import type { LoggedCmdlet } from '../product-words.ts';
import { runChecked } from '../run-command.ts';
import { assignImported, chooseAssigned } from './assign-imported.ts';
import { importPlanned, readImportFile } from './import-file.ts';
import {
  type CheckedImport,
  checkImportParameters,
  type ImportCertificateParameters,
  type SetFromFileParameters,
} from './import-parameters.ts';
import { proposedImport } from './import-words.ts';
import { type PlannedCertificate, planImport } from './plan-import.ts';

/**
 * Import-CsCertificate: brings the certificates of a file into the stores of this computer and joins them with the keys
 * that wait for them; assigns one only where -Identity and -Type say so (domain facts 7.2). The whole file is read and
 * checked before anything is written.
 */
export function importCertificateFile(
  deps: Deps,
  parameters: ImportCertificateParameters,
  context: CallContext,
  host: Host,
): Promise<void> {
  const words = {
    cmdlet: 'Import-CsCertificate',
    action: 'Import Certificate',
    intent: `Import the certificate file "${parameters.Path.given}" into the certificate stores of this computer.`,
  } as const;
  return runFromFile(deps, words, { parameters, context, host });
}

/** Set-CsCertificate -Path: the certificate of a file is imported and assigned in one go (domain facts 7.3). */
export function setCertificateFromFile(
  deps: Deps,
  parameters: SetFromFileParameters,
  context: CallContext,
  host: Host,
): Promise<void> {
  const words = {
    cmdlet: 'Set-CsCertificate',
    action: 'Set Certificate',
    intent: 'Assign the certificate to the local or central configuration databases.',
  } as const;
  return runFromFile(deps, words, { parameters, context, host });
}

/** What a cmdlet says about itself: the log's action, and the first verbose line. */
interface CmdletWords {
  readonly cmdlet: LoggedCmdlet;
  readonly action: string;
  readonly intent: string;
}

async function runFromFile(
  deps: Deps,
  { cmdlet, action, intent }: CmdletWords,
  call: { readonly parameters: ImportCertificateParameters; readonly context: CallContext; readonly host: Host },
): Promise<void> {
  const { context, host } = call;
  const parameters = withoutBlanks(call.parameters);
  refuseForeignProvider('Path', parameters.Path);
  const check = () =>
    checkImportParameters(parameters, { now: deps.clock.now(), formatDate: cultureDateFormat(context.culture) });
  await runChecked(deps, { cmdlet, host, context, parameters }, check, async (run, deployment, checked) => {
    run.verbose(intent);
    await runImport(deps, run, deployment, { parameters, checked, action });
    run.log.complete();
  });
}

async function runImport(
  deps: Deps,
  run: CommandRun,
  deployment: Deployment,
  call: {
    readonly parameters: ImportCertificateParameters;
    readonly checked: CheckedImport;
    readonly action: string;
  },
): Promise<void> {
  const { parameters, checked, action } = call;
  const { scope, server } = await begin(deps, run, deployment, { checked, action });
  const { given } = parameters.Path;
  const file = await readImportFile(deps, run, deployment, parameters);
  const planned = await planImport(deps, scope, file);
  const assigned = server && (await chooseAssigned(deps, run, server, { path: given, planned, checked }));
  if (!(await run.host.shouldProcess(proposedImport(given, planned, assigned)))) return;
  await importPlanned(deps, run, scope, { planned, exportable: parameters.PrivateKeyExportable });
  if (assigned === undefined || server === undefined) {
    await warnOfTrust(deps, run, scope, planned);
    warnOfStaging(run, checked);
  } else {
    await assignImported(deps, run, server, assigned, checked);
  }
}

/** Assigning needs the machine and, being global, the Central Management Store; importing needs only to know whose stores. */
async function begin(
  deps: Deps,
  run: CommandRun,
  deployment: Deployment,
  { checked: { target }, action }: { readonly checked: CheckedImport; readonly action: string },
): Promise<{ readonly scope: StoreScope; readonly server?: LocalServer }> {
  if (target !== undefined) {
    const server = await beginAssignment(deps, run, deployment, { action, choice: target });
    return { scope: server.scope, server };
  }
  const { scope, topology } = await localScope(deps, deployment);
  logConnection(run.log, topology, false);
  run.log.beginAction(action);
  return { scope };
}

/** Once the CA certificates of the same file are in the store. */
async function warnOfTrust(
  deps: Deps,
  run: CommandRun,
  scope: StoreScope,
  planned: readonly PlannedCertificate[],
): Promise<void> {
  for (const { store, facts } of planned) {
    const entry = store === 'My' ? await deps.openState().certificates.find(scope, facts.thumbprint, store) : undefined;
    const reason = entry && (await untrustedReason(deps, scope, entry));
    if (reason === undefined) continue;
    run.warning(
      `The chain of the certificate "${facts.thumbprint}" does not lead to a trusted root certificate: ${reason}. Import the certificates of the certification authority (CA) "${facts.issuer}" as well.`,
    );
  }
}

/** The parameters belong to an assignment (their page: when the certificate is first used), and nothing is assigned. */
function warnOfStaging(run: CommandRun, { effective }: CheckedImport): void {
  if (effective === undefined) return;
  run.warning(
    `The certificate was not assigned, so nothing becomes effective on ${run.formatDate(effective)}. Specify -EffectiveDate and -Roll with Set-CsCertificate, or use -Identity and -Type.`,
  );
}
