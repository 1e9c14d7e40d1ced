import type { Deployment } from '../domain/deployment/deployment.ts';
import type { SimpleUrl } from '../domain/topology/simple-urls.ts';
import type { AssignmentStore } from '../ports/assignment-store.ts';
import type { CertificateAuthorityDirectory } from '../ports/certificate-authority.ts';
import type { CertificateFileReader } from '../ports/certificate-file-reader.ts';
import type { CertificateReader } from '../ports/certificate-reader.ts';
import type { CertificateStore } from '../ports/certificate-store.ts';
import type { ChainVerifier } from '../ports/chain-verifier.ts';
import type { Clock } from '../ports/clock.ts';
import type { DeploymentSource } from '../ports/deployment-source.ts';
import type { Entropy } from '../ports/entropy.ts';
import type { ExportFiles } from '../ports/export-files.ts';
import type { KeyProtector } from '../ports/key-protector.ts';
import type { KeyReader } from '../ports/key-reader.ts';
import type { LogFiles } from '../ports/log-files.ts';
import type { MachineNames } from '../ports/machine-names.ts';
import type { PfxEncoder } from '../ports/pfx-encoder.ts';
import type { ProcessTable } from '../ports/process-table.ts';
import type { PublicRoots } from '../ports/public-roots.ts';
import type { ReportRenderer } from '../ports/report-renderer.ts';
import type { RequestEncoder } from '../ports/request-encoder.ts';
import type { RequestFiles } from '../ports/request-file.ts';
import type { RequestStore } from '../ports/request-store.ts';
import type { StoreInspector } from '../ports/store-inspector.ts';
import type { TopologyDescriber } from '../ports/topology-describer.ts';
import type { TopologySource } from '../ports/topology-source.ts';

/** What is kept between commands. Asking for it opens the state folder, and makes it where there is none. */
export interface State {
  readonly requests: RequestStore;
  readonly certificates: CertificateStore;
  readonly assignments: AssignmentStore;
  readonly keys: KeyProtector;
}

/** Everything that the verbs need from outside; built in one place. Functions are called when they are needed. */
export interface Deps {
  readonly clock: Clock;
  readonly entropy: Entropy;
  readonly names: MachineNames;
  readonly processes: ProcessTable;
  readonly deployments: DeploymentSource;
  readonly renderer: ReportRenderer;
  readonly keyReader: KeyReader;
  /** CSCERT_COMPUTER: overrides the deployment's local computer. */
  readonly computer: string | undefined;
  openTopology(path: string): TopologySource;
  topologyDescriber(): Promise<TopologyDescriber>;
  readSimpleUrls(path: string): Promise<readonly SimpleUrl[]>;
  /** Looks only: whether there is a store yet, or what is left of one that was lost. */
  stateExists(): boolean;
  openState(): State;
  /** Leaves nothing open, and of the store its file alone; what asks next opens it again. */
  closeState(): Promise<void>;
  inspector(): StoreInspector;
  encoder(): RequestEncoder;
  /** `deploymentId` names the CAs' books. */
  authorities(deployment: Deployment, deploymentId: string): Promise<CertificateAuthorityDirectory>;
  requestFiles(deployment: Deployment): RequestFiles;
  /** `temporaryFolder`, absolute, is where a default pair goes. */
  logFiles(deployment: Deployment, temporaryFolder: string): LogFiles;
  reader(): Promise<CertificateReader>;
  pfx(): Promise<PfxEncoder>;
  /** A user's path, relative to the absolute `location`. Error `CertificateFileNotRead`. */
  readCertificateFile(deployment: Deployment, path: string, location: string): Uint8Array;
  /** Where that file is on this host. The same error. */
  locateCertificateFile(deployment: Deployment, path: string, location: string): string;
  certificateFiles(): Promise<CertificateFileReader>;
  exportFiles(deployment: Deployment): ExportFiles;
  chainVerifier(): Promise<ChainVerifier>;
  publicRoots(): Promise<PublicRoots>;
}
