import type { Deployment } from '../../domain/deployment/deployment.ts';
import { commandError } from '../../domain/errors/catalogue.ts';
import { isCommandError } from '../../domain/errors/command-error.ts';
import type { CertificateFile, CertificateFileFormat, FileCertificate } from '../../ports/certificate-file-reader.ts';
import type { CertificateAddition } from '../../ports/certificate-store.ts';
import type { Host } from '../../ports/host.ts';
import { actorOf } from '../actor.ts';
import type { CallContext } from '../call-context.ts';
import { refuseForeignProvider } from '../command-run.ts';
import type { Deps } from '../deps.ts';
import { entryWithKey } from '../import/entry-with-key.ts';
import { pathText } from '../path-text.ts';
import type { PathArgument } from '../request-parameters.ts';
import { openStore } from './open-store.ts';

export interface CertificateFileAddition {
  readonly store: CertificateAddition['store'];
  readonly path: PathArgument;
  /** `pfx`: with private keys, as Import-PfxCertificate; else certificates only, as Import-Certificate. */
  readonly kind: 'certificates' | 'pfx';
  readonly password?: string;
  /** Of keys that the file brings. */
  readonly exportable: boolean;
}

export interface AddedCertificate {
  readonly thumbprint: string;
  readonly hasPrivateKey: boolean;
}

/**
 * Brings all certificates of a file into one store, whatever they are, as the PKI cmdlets do. One whose key the store
 * still has finds it again. The file is read before anything is written.
 */
export async function addCertificates(
  deps: Deps,
  wanted: CertificateFileAddition,
  context: CallContext,
  host: Host,
): Promise<{ readonly certificates: readonly AddedCertificate[] }> {
  refuseForeignProvider('FilePath', wanted.path);
  const { deployment, scope } = await openStore(deps, host);
  const file = await readFile(deps, deployment, wanted, context);
  const text = `Performing the operation "Import certificate" on target "Item: ${wanted.path.given} Destination: ${wanted.store}".`;
  const query = `Are you sure you want to perform this action?\n${text}`;
  if (!(await host.shouldProcess({ description: text, query, caption: 'Confirm' }))) return { certificates: [] };
  const { keys, certificates } = deps.openState();
  const reader = await deps.reader();
  const keyOf = async ({ certificate, privateKey }: FileCertificate): Promise<Pick<CertificateAddition, 'key'>> => {
    if (privateKey !== undefined) {
      return { key: { pem: await keys.protect(privateKey), exportable: wanted.exportable } };
    }
    const holder = await entryWithKey(deps, scope, reader.read(certificate).spkiSha256);
    return holder === undefined || wanted.store !== 'My' ? {} : { key: { ofEntry: holder.entry } };
  };
  const additions: CertificateAddition[] = [];
  for (const one of file.certificates) {
    const { certificate, friendlyName } = one;
    additions.push({ store: wanted.store, certificate, friendlyName, ...(await keyOf(one)) });
  }
  const added = await certificates.add(scope, additions, actorOf(deps, context));
  return {
    certificates: added.map(({ thumbprint, privateKey }) => ({ thumbprint, hasPrivateKey: privateKey !== undefined })),
  };
}

async function readFile(
  deps: Deps,
  deployment: Deployment,
  { path, kind, password }: CertificateFileAddition,
  { location }: CallContext,
): Promise<CertificateFile> {
  const bytes = deps.readCertificateFile(deployment, pathText(path), location);
  const reader = await deps.certificateFiles();
  try {
    const file = await reader.read({ path: path.given, bytes, password });
    if ((file.format === 'PKCS #12') === (kind === 'pfx')) return file;
    throw otherKind(path, file.format);
  } catch (error) {
    // Only one kind of file has a password.
    const isLocked = isCommandError(error) && error.code === 'CertificateFilePasswordWrong';
    throw isLocked && kind === 'certificates' ? otherKind(path, 'PKCS #12') : error;
  }
}

function otherKind(path: PathArgument, format: CertificateFileFormat) {
  const importer = format === 'PKCS #12' ? 'Import-PfxCertificate' : 'Import-Certificate';
  const reason = `it is ${format}, which ${importer} imports`;
  return commandError('CertificateFileInvalid', { path: path.given, reason }, { target: path.given });
}
