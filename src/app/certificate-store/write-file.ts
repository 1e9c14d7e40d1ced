import type { ExportTarget } from '../../ports/export-files.ts';
import type { Host } from '../../ports/host.ts';
import type { CallContext } from '../call-context.ts';
import type { Deps } from '../deps.ts';
import { pathText, refuseForeignProvider } from '../path-text.ts';
import type { PathArgument } from '../request-parameters.ts';
import { proposal } from './proposal.ts';

/** A file that a PKI cmdlet exports. */
export interface WrittenFile {
  readonly path: PathArgument;
  /** Base64. */
  readonly content: string;
  /** Of the certificates in it, as the caller shows them. */
  readonly subjects: readonly string[];
  /** A private key is in it. */
  readonly isSecret: boolean;
  /** -NoClobber and -Force. */
  readonly noClobber: boolean;
  readonly force: boolean;
}

/**
 * Writes the file where -Output may write as well; the path on this host, null where the user declined. Errors
 * `OutputNotFileSystem`, `ExportNotWritten`, `ExportFileExists`, `ExportFileReadOnly`.
 */
export async function writeFile(
  deps: Deps,
  file: WrittenFile,
  { location }: CallContext,
  host: Host,
): Promise<{ readonly path: string | null }> {
  const { path, content, subjects, isSecret } = file;
  refuseForeignProvider('FilePath', path);
  const proposed = proposal('Export certificate', `Item: ${subjects.join(', ')} Destination: ${path.given}`);
  if (!(await host.shouldProcess(proposed))) return { path: null };
  const deployment = await deps.deployments.load((name) => host.environmentVariable(name));
  const target = { path: pathText(path), location, isSecret, replaces: replacedBy(file), makesFolders: false };
  const bytes = Buffer.from(content, 'base64');
  return { path: await deps.exportFiles(deployment).write(target, (append) => append(bytes)) };
}

function replacedBy({ noClobber, force }: WrittenFile): ExportTarget['replaces'] {
  if (noClobber) return 'nothing';
  return force ? 'any file' : 'a writable file';
}
