import { createExportFiles } from '../adapters/files/export-files.ts';
import { systemUser } from '../adapters/system/system-user.ts';
import type { AssignmentVerbs } from '../app/assignment/assignment-verbs.ts';
import { type AuthorityVerbs, authorityVerbsOver } from '../app/authority-verbs.ts';
import { certificateStoreVerbsOver } from '../app/certificate-store/certificate-store-verbs.ts';
import { type CertificateVerbs, certificateVerbsOver } from '../app/certificate-verbs.ts';
import { complete } from '../app/complete.ts';
import type { Deps } from '../app/deps.ts';
import { sessionVariables as sessionVariablesFor } from '../app/session-variables.ts';
import { type StoreVerbs, storeVerbsOver } from '../app/store-verbs.ts';
import type { TopologyVerbs } from '../app/topology/topology-verbs.ts';
import { type Verbs, verbsOver } from '../app/verbs.ts';
import type { Configuration, InstallationSettings } from '../boot/configuration.ts';
import { warmUp as warmUpVerbs } from '../boot/warm-up.ts';
import type { ExportedFile } from '../cli/save-export.ts';
import { createDeps } from '../composition/create-deps.ts';
import { createInstallation } from '../composition/create-installation.ts';
import { exportRules } from '../composition/file-rules.ts';
import type { EnvironmentLookup } from '../ports/deployment-source.ts';
import type { Append } from '../ports/export-files.ts';
import { assignmentMethods } from '../rpc/assignment-methods.ts';
import { certificateStoreMethods } from '../rpc/certificate-store-methods.ts';
import { completeMethod } from '../rpc/complete.ts';
import { emulatorMethods } from '../rpc/emulator-methods.ts';
import { importCertificateMethod } from '../rpc/import-certificate.ts';
import type { EngineMethods } from '../rpc/methods.ts';
import { requestCertificateMethod } from '../rpc/request-certificate.ts';
import { sessionVariablesMethod } from '../rpc/session-variables.ts';
import { topologyMethods } from '../rpc/topology-methods.ts';

export function createVerbs(configuration: Configuration): Verbs {
  return verbsOver(createDeps(configuration));
}

/** The methods of the line; they share one store. */
export function createMethods(configuration: Configuration, settings: InstallationSettings): EngineMethods {
  const deps = createDeps(configuration);
  const verbs = verbsOver(deps);
  return {
    requestCertificate: requestCertificateMethod(verbs),
    importCertificate: importCertificateMethod(verbs),
    ...assignmentMethods(() => assignmentVerbs(deps)),
    complete: completeMethod((question) => complete(deps, question)),
    ...topologyMethods(() => topologyVerbs(deps)),
    sessionVariables: sessionVariablesMethod((environment) => variablesOf(deps, configuration, settings, environment)),
    ...emulatorMethods(authorityVerbsOver(deps)),
    ...certificateStoreMethods(certificateStoreVerbsOver(deps)),
  };
}

/** Loaded on use: a request needs none of it. */
async function assignmentVerbs(deps: Deps): Promise<AssignmentVerbs> {
  return (await import('../app/assignment/assignment-verbs.ts')).assignmentVerbsOver(deps);
}

/** Loaded on use: a request needs none of it. */
async function topologyVerbs(deps: Deps): Promise<TopologyVerbs> {
  return (await import('../app/topology/topology-verbs.ts')).topologyVerbsOver(deps);
}

/** The Windows variables that a session is to be given. */
export function sessionVariables(
  configuration: Configuration,
  settings: InstallationSettings,
  environment: EnvironmentLookup,
): Promise<Readonly<Record<string, string>>> {
  return variablesOf(createDeps(configuration), configuration, settings, environment);
}

async function variablesOf(
  deps: Deps,
  configuration: Configuration,
  { windowsVariables }: InstallationSettings,
  environment: EnvironmentLookup,
): Promise<Readonly<Record<string, string>>> {
  const installation = createInstallation(configuration);
  const emulatesWindows = process.platform !== 'win32';
  const user = systemUser();
  return sessionVariablesFor({ ...deps, installation, wanted: windowsVariables, emulatesWindows, user }, environment);
}

export function createAuthorityVerbs(configuration: Configuration): AuthorityVerbs {
  return authorityVerbsOver(createDeps(configuration));
}

export function createCertificateVerbs(configuration: Configuration): CertificateVerbs {
  return certificateVerbsOver(createDeps(configuration));
}

export function createStoreVerbs(configuration: Configuration): StoreVerbs {
  return storeVerbsOver(createDeps(configuration));
}

/** What the command line exports. */
export async function saveExport(
  configuration: Configuration,
  { path, isSecret }: ExportedFile,
  fill: (append: Append) => Promise<void> | void,
): Promise<string> {
  const files = createExportFiles(await exportRules(configuration, path));
  const location = process.cwd();
  return files.write({ path, location, isSecret, replaces: 'an earlier export', makesFolders: true }, fill);
}

/** For the code cache: every verb once. */
export async function warmUp(configuration: Configuration): Promise<void> {
  await warmUpVerbs(configuration, createVerbs);
}
