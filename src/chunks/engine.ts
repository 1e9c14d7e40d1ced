import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { EmbeddedAuthoritiesDeps } from '../adapters/authority/embedded/embedded-authorities.ts';
import { JsonFolderDeploymentSource } from '../adapters/deployment/json-folder/json-folder-deployment-source.ts';
import { locateCertificateFile, readCertificateFile } from '../adapters/files/certificate-file.ts';
import { locateExport as locateExportFile, prepareExport } from '../adapters/files/export-target.ts';
import { createLogFiles } from '../adapters/files/log-files.ts';
import type { FileRules } from '../adapters/files/refused-places.ts';
import { createRequestFiles } from '../adapters/files/request-files.ts';
import { StateFolder } from '../adapters/files/state-folder.ts';
import { StoredKeyProtector } from '../adapters/key-protector/encrypted-pkcs8/stored-key-protector.ts';
import { nodeKeyReader } from '../adapters/key-reader/node-crypto/node-key-reader.ts';
import { nativeKeyProvider } from '../adapters/request-encoder/x509/key-provider.ts';
import { X509RequestEncoder } from '../adapters/request-encoder/x509/x509-request-encoder.ts';
import { createSqlStore } from '../adapters/store/sql/create-sql-store.ts';
import { systemClock } from '../adapters/system/system-clock.ts';
import { systemEntropy } from '../adapters/system/system-entropy.ts';
import { systemNames } from '../adapters/system/system-names.ts';
import { systemPause } from '../adapters/system/system-pause.ts';
import { systemProcesses } from '../adapters/system/system-processes.ts';
import { systemUser } from '../adapters/system/system-user.ts';
import { openTopology, readSimpleUrls } from '../adapters/topology/open-topology.ts';
import type { AssignmentVerbs } from '../app/assignment/assignment-verbs.ts';
import { type AuthorityVerbs, authorityVerbsOver } from '../app/authority-verbs.ts';
import { certificateStoreVerbsOver } from '../app/certificate-store/certificate-store-verbs.ts';
import { type CertificateVerbs, certificateVerbsOver } from '../app/certificate-verbs.ts';
import { complete } from '../app/complete.ts';
import type { Deps } from '../app/deps.ts';
import { loadWithoutPasswords } from '../app/load-without-passwords.ts';
import { sessionVariables as sessionVariablesFor } from '../app/session-variables.ts';
import { type StoreVerbs, storeVerbsOver } from '../app/store-verbs.ts';
import type { TopologyVerbs } from '../app/topology/topology-verbs.ts';
import { type Verbs, verbsOver } from '../app/verbs.ts';
import type { Configuration, InstallationSettings } from '../boot/configuration.ts';
import { warmUp as warmUpVerbs } from '../boot/warm-up.ts';
import type { Deployment } from '../domain/deployment/deployment.ts';
import type { CertificateAuthorityDirectory } from '../ports/certificate-authority.ts';
import type { EnvironmentLookup } from '../ports/deployment-source.ts';
import type { TopologySource } from '../ports/topology-source.ts';
import { reportRenderer } from '../report/report-renderer.ts';
import { assignmentMethods } from '../rpc/assignment-methods.ts';
import { certificateStoreMethods } from '../rpc/certificate-store-methods.ts';
import { completeMethod } from '../rpc/complete.ts';
import { emulatorMethods } from '../rpc/emulator-methods.ts';
import { importCertificateMethod } from '../rpc/import-certificate.ts';
import type { EngineMethods } from '../rpc/methods.ts';
import { requestCertificateMethod } from '../rpc/request-certificate.ts';
import { sessionVariablesMethod } from '../rpc/session-variables.ts';
import { topologyMethods } from '../rpc/topology-methods.ts';

/** Builds what the verbs need from what the environment says: the one place where adapters are chosen. */
export function createDeps(configuration: Configuration): Deps {
  const folder = new StateFolder(configuration.home);
  const stores = createSqlStore(folder);
  const keys = new StoredKeyProtector(folder, stores.keyChecks, {
    passphrase: configuration.keyPassphrase,
    passphraseFile: configuration.keyPassphraseFile,
  });
  const state = { requests: stores.requests, certificates: stores.certificates, assignments: stores.assignments, keys };
  const encoder = new X509RequestEncoder(nativeKeyProvider());
  const topologies = new Map<string, TopologySource>();
  return {
    clock: systemClock,
    entropy: systemEntropy,
    names: systemNames,
    processes: systemProcesses,
    deployments: new JsonFolderDeploymentSource(configuration.deployment),
    renderer: reportRenderer,
    keyReader: nodeKeyReader,
    computer: configuration.computer,
    openTopology: (path) => remembered(topologies, path),
    topologyDescriber: async () => (await import('../adapters/topology/describe-topology.ts')).topologyDescriber,
    readSimpleUrls,
    stateExists: () => folder.mayHold('store.db'),
    openState: () => state,
    inspector: () => stores.inspector,
    encoder: () => encoder,
    authorities: rememberedAuthorities({
      books: stores.authorityBooks,
      protector: keys,
      clock: systemClock,
      entropy: systemEntropy,
      pause: systemPause,
    }),
    requestFiles: (deployment) => createRequestFiles(fileRules(configuration, deployment)),
    logFiles: (deployment, temporaryFolder) => createLogFiles(fileRules(configuration, deployment), temporaryFolder),
    chainVerifier: async () => (await import('../adapters/chain-verifier/chain-verifier.ts')).chainVerifier,
    reader: async () =>
      (await import('../adapters/certificate-reader/asn1/asn1-certificate-reader.ts')).asn1CertificateReader,
    readCertificateFile: (deployment, path, location) =>
      readCertificateFile(path, location, fileRules(configuration, deployment)),
    locateCertificateFile: (deployment, path, location) =>
      locateCertificateFile(path, location, fileRules(configuration, deployment)),
    prepareExport: (deployment, path, location) => prepareExport(path, location, fileRules(configuration, deployment)),
    certificateFiles: async () =>
      (await import('../adapters/certificate-file-reader/asn1/asn1-certificate-file-reader.ts'))
        .asn1CertificateFileReader,
    pfx: async () => (await import('../adapters/pfx/pkijs/pkijs-pfx-encoder.ts')).pkijsPfxEncoder,
  };
}

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
  const { createInstallation } = await import('./installation.ts');
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

/** For the code cache: every verb once. */
export async function warmUp(configuration: Configuration): Promise<void> {
  await warmUpVerbs(configuration, createVerbs);
}

/** Where the command line's exports may go; a deployment is read only for the drive of a server. */
export async function locateExport(configuration: Configuration, path: string): Promise<string> {
  const { home, moduleFolder } = configuration;
  const ownNames = ADMINISTRATIVE_SHARE.test(path) ? await namesOfThisMachine(configuration) : [];
  return locateExportFile(path, process.cwd(), { stateFolder: home, refused: moduleFolders(moduleFolder), ownNames });
}

/** `\\server\c$` */
const ADMINISTRATIVE_SHARE = /^\\\\[^\\/]+[\\/][A-Za-z]\$/;

/** By the deployment, where it can be read; what is wrong with it is for the verbs to report. */
async function namesOfThisMachine(configuration: Configuration): Promise<readonly string[]> {
  try {
    const source = new JsonFolderDeploymentSource(configuration.deployment);
    return ownNames(configuration, await loadWithoutPasswords(source));
  } catch {
    return ownNames(configuration, undefined);
  }
}

/** Under which names this machine is known, besides the host's own. */
function ownNames({ computer }: Configuration, deployment: Deployment | undefined): readonly string[] {
  const played = computer ?? deployment?.localComputer;
  return played === undefined ? [] : [played];
}

/** The modules beside Lync. */
const SIBLINGS = ['SkypeForBusiness', 'CsEmulator', 'PKI'];

function moduleFolders(moduleFolder: string): FileRules['refused'] {
  const siblings = SIBLINGS.map((name) => join(moduleFolder, '..', name));
  return [moduleFolder, ...siblings].map((path) => ({ path, name: 'the module folder' }));
}

/** Where -Output and -Report may not write. */
function fileRules(configuration: Configuration, deployment: Deployment): FileRules {
  const { home, moduleFolder } = configuration;
  const { folder, topologyPath, simpleUrls } = deployment;
  return {
    stateFolder: home,
    ownNames: ownNames(configuration, deployment),
    refused: [
      { path: folder, name: 'the deployment folder' },
      ...moduleFolders(moduleFolder),
      { path: topologyPath, name: 'the topology document' },
      ...(simpleUrls.from === 'document' ? [{ path: simpleUrls.path, name: 'the simple URL document' }] : []),
    ],
  };
}

/**
 * The CAs of the last deployment that was asked for: their keys stay revealed until its content changes. Loaded on use,
 * as whatever reads ASN.1 by schema: an offline request needs none of it.
 */
function rememberedAuthorities(adapters: EmbeddedAuthoritiesDeps): Deps['authorities'] {
  let known: { readonly of: readonly unknown[]; readonly directory: CertificateAuthorityDirectory } | undefined;
  return async ({ certificateAuthorities }, deploymentId) => {
    const { EmbeddedAuthorities } = await import('../adapters/authority/embedded/embedded-authorities.ts');
    const of = [deploymentId, certificateAuthorities];
    if (known === undefined || !isDeepStrictEqual(known.of, of)) {
      known = { of, directory: new EmbeddedAuthorities(deploymentId, certificateAuthorities, adapters) };
    }
    return known.directory;
  };
}

/** A topology that was parsed once is only read again, until its bytes change. */
function remembered(topologies: Map<string, TopologySource>, path: string): TopologySource {
  const source = topologies.get(path) ?? openTopology(path);
  topologies.set(path, source);
  return source;
}
