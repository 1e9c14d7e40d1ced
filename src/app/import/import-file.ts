import type { Deployment } from '../../domain/deployment/deployment.ts';
import type { StoreScope } from '../../domain/request/stored-request.ts';
import type { CertificateFile } from '../../ports/certificate-file-reader.ts';
import type { CommandRun } from '../command-run.ts';
import type { Deps } from '../deps.ts';
import { pathText } from '../path-text.ts';
import type { PathArgument } from '../request-parameters.ts';
import { carryOutImport } from './carry-out-import.ts';
import { importWarnings, validityWarning } from './import-warnings.ts';
import { keyWords, thumbprintAndSubject } from './import-words.ts';
import type { PlannedCertificate } from './plan-import.ts';

/** Reads a file as a user names it, and says in the log what it is. */
export async function readImportFile(
  deps: Deps,
  run: CommandRun,
  deployment: Deployment,
  { Path, Password }: { readonly Path: PathArgument; readonly Password?: string },
): Promise<CertificateFile> {
  const bytes = deps.readCertificateFile(deployment, pathText(Path), run.context.location);
  const reader = await deps.certificateFiles();
  const file = await reader.read({ path: Path.given, bytes, password: Password });
  const count = file.certificates.length;
  run.log.info(
    `Certificate file "${Path.given}": ${file.format}, ${count} ${count === 1 ? 'certificate' : 'certificates'}.`,
  );
  if (Password !== undefined && file.format !== 'PKCS #12') {
    run.verbose(`-Password was not needed: the file "${Path.given}" is ${file.format}.`);
  }
  return file;
}

/** Writes what was planned, says so, and warns of what is not as it should be. */
export async function importPlanned(
  deps: Deps,
  run: CommandRun,
  scope: StoreScope,
  {
    planned,
    exportable,
  }: { readonly planned: readonly PlannedCertificate[]; readonly exportable: boolean | undefined },
): Promise<void> {
  await carryOutImport(deps, run, scope, { planned, exportable: exportable === true });
  for (const one of planned) sayImported(run, one);
  for (const one of planned) {
    if (one.store !== 'My') continue;
    for (const warning of importWarnings(one, exportable)) run.warning(warning);
    const validity = validityWarning(one.facts, { now: deps.clock.now(), formatDate: run.formatDate });
    if (validity !== undefined) run.warning(validity);
  }
}

function sayImported(run: CommandRun, one: PlannedCertificate): void {
  const { facts, store, key, present } = one;
  if (present !== undefined && (store !== 'My' || key.from === 'itself' || key.from === 'nowhere')) {
    run.log.info(`Certificate "${facts.thumbprint}" is in the certificate store "${store}" already.`);
    run.verbose(`The certificate ${thumbprintAndSubject(one)} is in LocalMachine\\${store} already.`);
    return;
  }
  run.log.info(`Certificate was imported with the thumbprint "${facts.thumbprint}".`);
  run.verbose(`Imported ${thumbprintAndSubject(one)} into LocalMachine\\${store}${keyWords(one)}.`);
}
