import type { Host } from '../../ports/host.ts';
import type { CallContext } from '../call-context.ts';
import type { Deps } from '../deps.ts';
import { pathText, refuseForeignProvider } from '../path-text.ts';
import type { GivenFile } from './read-certificates.ts';

export type LocatedFile = Pick<GivenFile, 'path'>;

/** Where a certificate file that the caller reads is on this host. Errors `OutputNotFileSystem`, `CertificateFileNotRead`. */
export async function locateFile(
  deps: Deps,
  { path }: LocatedFile,
  { location }: CallContext,
  host: Host,
): Promise<{ readonly path: string }> {
  refuseForeignProvider('FilePath', path);
  const deployment = await deps.deployments.load((name) => host.environmentVariable(name));
  return { path: deps.locateCertificateFile(deployment, pathText(path), location) };
}
