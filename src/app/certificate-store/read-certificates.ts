import type { Deployment } from '../../domain/deployment/deployment.ts';
import { commandError } from '../../domain/errors/catalogue.ts';
import { isCommandError } from '../../domain/errors/command-error.ts';
import type { CertificateFile, CertificateFileFormat } from '../../ports/certificate-file-reader.ts';
import type { CallContext } from '../call-context.ts';
import type { Deps } from '../deps.ts';
import { pathText } from '../path-text.ts';
import type { PathArgument } from '../request-parameters.ts';

/** A file that a caller names, and what it has to be. */
export interface GivenFile {
  readonly path: PathArgument;
  /** The file in Base64, where the caller has it: the path only names it then. */
  readonly content?: string;
  /** `pfx`: with private keys, as Import-PfxCertificate; else certificates only, as Import-Certificate. */
  readonly kind: 'certificates' | 'pfx';
  readonly password?: string;
}

/** What the file holds. Errors `CertificateFileNotRead`, `CertificateFilePasswordWrong`, `CertificateFileInvalid`. */
export async function readCertificates(
  deps: Deps,
  deployment: Deployment,
  { path, content, kind, password }: GivenFile,
  { location }: CallContext,
): Promise<CertificateFile> {
  const bytes =
    content === undefined
      ? deps.readCertificateFile(deployment, pathText(path), location)
      : new Uint8Array(Buffer.from(content, 'base64'));
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
