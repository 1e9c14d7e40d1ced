import type { SimpleUrlConfiguration } from '../../domain/deployment/deployment.ts';
import { commandError } from '../../domain/errors/catalogue.ts';
import type { SimpleUrlCollection } from '../../domain/topology/simple-url-collections.ts';
import type { SimpleUrl } from '../../domain/topology/simple-urls.ts';
import { simpleUrlConfigurationObjects } from '../../domain/topology-objects/simple-url-configuration.ts';
import type { Host } from '../../ports/host.ts';
import type { DescribedTopology, TopologyDescriber } from '../../ports/topology-describer.ts';
import { putOut } from './put-out.ts';
import { type Selection, selectObjects } from './select-objects.ts';
import { openTopologyStore, type TopologyDeps, USE_LOCAL_STORE } from './topology-store.ts';

export interface SimpleUrlSelection extends Selection {
  /** Of a tenant of Skype for Business Online. */
  readonly Tenant?: string;
  readonly LocalStore?: boolean;
}

/**
 * Get-CsSimpleUrlConfiguration: the collections of simple URLs. Where the deployment does not know them, that is a
 * non-terminating error. Throws TenantUnknown.
 */
export async function getSimpleUrlConfiguration(
  deps: TopologyDeps,
  selection: SimpleUrlSelection,
  host: Host,
): Promise<void> {
  const { Tenant } = selection;
  if (Tenant !== undefined) throw commandError('TenantUnknown', { tenant: Tenant }, { target: Tenant });
  const { deployment } = await openTopologyStore(
    deps,
    selection.LocalStore === true
      ? { from: 'local replica' }
      : { from: 'central store', wanted: 'the simple URLs', instead: USE_LOCAL_STORE },
  );
  const describer = await deps.topologyDescriber();
  const described = await describer.describe(deployment.topologyPath);
  const collections = await collectionsOf(deployment.simpleUrls, described, describer);
  if (collections === undefined) {
    host.error(commandError('SimpleUrlsUnknown', {}));
    return;
  }
  const objects = simpleUrlConfigurationObjects(described.topology, collections);
  putOut(host, selectObjects(objects, selection, 'simple URL configuration', host));
}

/** Undefined where nothing in the deployment brings simple URLs. */
async function collectionsOf(
  configured: SimpleUrlConfiguration,
  described: DescribedTopology,
  describer: TopologyDescriber,
): Promise<readonly SimpleUrlCollection[] | undefined> {
  switch (configured.from) {
    case 'topology':
      return described.simpleUrls;
    case 'document':
      return describer.simpleUrls(configured.path);
    case 'list':
      return configured.urls.map(collectionOf);
  }
}

/** A list in deployment.json has no entries but the active URLs. */
function collectionOf(url: SimpleUrl): SimpleUrlCollection {
  return { scope: url.scope, urls: [{ ...url, entries: [url.activeUrl] }], useBackendDatabase: false };
}
