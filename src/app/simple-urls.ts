import type { Deployment } from '../domain/deployment/deployment.ts';
import type { SimpleUrl } from '../domain/topology/simple-urls.ts';
import type { LoadedTopology } from '../ports/topology-source.ts';
import type { Deps } from './deps.ts';

/** The simple URLs of the deployment in stored order; undefined where nobody knows them. */
export async function simpleUrlsOf(
  deps: Deps,
  { simpleUrls: configured }: Deployment,
  loaded: LoadedTopology,
): Promise<readonly SimpleUrl[] | undefined> {
  switch (configured.from) {
    case 'topology':
      return loaded.simpleUrls;
    case 'document':
      return deps.readSimpleUrls(configured.path);
    case 'list':
      return configured.urls;
  }
}
