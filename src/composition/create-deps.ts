import { isDeepStrictEqual } from 'node:util';
import type { EmbeddedAuthoritiesDeps } from '../adapters/authority/embedded/embedded-authorities.ts';
import { JsonFolderDeploymentSource } from '../adapters/deployment/json-folder/json-folder-deployment-source.ts';
import { locateCertificateFile, readCertificateFile } from '../adapters/files/certificate-file.ts';
import { createExportFiles } from '../adapters/files/export-files.ts';
import { createLogFiles } from '../adapters/files/log-files.ts';
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
import { openTopology, readSimpleUrls } from '../adapters/topology/open-topology.ts';
import type { Deps } from '../app/deps.ts';
import type { Configuration } from '../boot/configuration.ts';
import type { CertificateAuthorityDirectory } from '../ports/certificate-authority.ts';
import type { TopologySource } from '../ports/topology-source.ts';
import { reportRenderer } from '../report/report-renderer.ts';
import { fileRules } from './file-rules.ts';

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
    stateExists: () => stores.mayExist(),
    openState: () => state,
    closeState: () => stores.close(),
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
    publicRoots: async () => (await import('../adapters/public-roots/node/node-public-roots.ts')).nodePublicRoots,
    reader: async () =>
      (await import('../adapters/certificate-reader/asn1/asn1-certificate-reader.ts')).asn1CertificateReader,
    readCertificateFile: (deployment, path, location) =>
      readCertificateFile(path, location, fileRules(configuration, deployment)),
    locateCertificateFile: (deployment, path, location) =>
      locateCertificateFile(path, location, fileRules(configuration, deployment)),
    exportFiles: (deployment) => createExportFiles(fileRules(configuration, deployment)),
    certificateFiles: async () =>
      (await import('../adapters/certificate-file-reader/asn1/asn1-certificate-file-reader.ts'))
        .asn1CertificateFileReader,
    pfx: async () => (await import('../adapters/pfx/pkijs/pkijs-pfx-encoder.ts')).pkijsPfxEncoder,
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
