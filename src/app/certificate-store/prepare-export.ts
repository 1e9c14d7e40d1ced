import type { Host } from '../../ports/host.ts';
import type { CallContext } from '../call-context.ts';
import { refuseForeignProvider } from '../command-run.ts';
import type { Deps } from '../deps.ts';
import { pathText } from '../path-text.ts';
import type { PathArgument } from '../request-parameters.ts';

export interface ExportFile {
  readonly path: PathArgument;
}

/**
 * Where a file that the caller writes goes on this host: not into the state folder, the modules or the deployment. The
 * folders of a share are made. Errors `OutputNotFileSystem`, `ExportNotWritten`.
 */
export async function prepareExport(
  deps: Deps,
  { path }: ExportFile,
  { location }: CallContext,
  host: Host,
): Promise<{ readonly path: string }> {
  refuseForeignProvider('FilePath', path);
  const deployment = await deps.deployments.load((name) => host.environmentVariable(name));
  return { path: deps.prepareExport(deployment, pathText(path), location) };
}
