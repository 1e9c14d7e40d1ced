import type { AssignmentVerbs } from '../app/assignment/assignment-verbs.ts';
import { type AuthorityVerbs, authorityVerbsOver } from '../app/authority/authority-verbs.ts';
import { certificateStoreVerbsOver } from '../app/certificate-store/certificate-store-verbs.ts';
import { type CertificateVerbs, certificateVerbsOver } from '../app/certificate-verbs.ts';
import { complete } from '../app/complete.ts';
import type { Deps } from '../app/deps.ts';
import { type StoreVerbs, storeVerbsOver } from '../app/store/store-verbs.ts';
import type { TopologyVerbs } from '../app/topology/topology-verbs.ts';
import { type Verbs, verbsOver } from '../app/verbs.ts';
import type { Configuration, InstallationSettings } from '../boot/configuration.ts';
import { warmUp as warmUpVerbs } from '../boot/warm-up.ts';
import { createDeps } from '../composition/create-deps.ts';
import { sessionVariablesOf } from '../composition/session-variables.ts';
import type { EnvironmentLookup } from '../ports/deployment-source.ts';
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

/** The methods of the line, and how to put away the one store that they share. */
export interface LineEngine {
  readonly methods: EngineMethods;
  close(): Promise<void>;
}

export function createLineEngine(configuration: Configuration, settings: InstallationSettings): LineEngine {
  const deps = createDeps(configuration);
  return { methods: methodsOver(deps, configuration, settings), close: () => deps.closeState() };
}

function methodsOver(deps: Deps, configuration: Configuration, settings: InstallationSettings): EngineMethods {
  const verbs = verbsOver(deps);
  return {
    requestCertificate: requestCertificateMethod(verbs),
    importCertificate: importCertificateMethod(verbs),
    ...assignmentMethods(() => assignmentVerbs(deps)),
    complete: completeMethod((question) => complete(deps, question)),
    ...topologyMethods(() => topologyVerbs(deps)),
    sessionVariables: sessionVariablesMethod((environment) =>
      sessionVariablesOf(deps, configuration, settings, environment),
    ),
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
  return sessionVariablesOf(createDeps(configuration), configuration, settings, environment);
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

/** For the code cache: every verb once. */
export async function warmUp(configuration: Configuration): Promise<void> {
  await warmUpVerbs(configuration, createVerbs);
}

export { saveExport } from '../composition/save-export.ts';
