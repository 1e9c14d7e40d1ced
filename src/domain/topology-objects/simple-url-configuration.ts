import type { ProductObject } from '../product-object.ts';
import type { SimpleUrlCollection, SimpleUrlWithEntries } from '../topology/simple-url-collections.ts';
import { isScopeOf, isSiteScope, siteNameOf } from '../topology/simple-urls.ts';
import type { Topology } from '../topology/topology.ts';

const NAMESPACE = 'Microsoft.Rtc.Management.WritableConfig.Settings.SimpleUrl';

/**
 * What Get-CsSimpleUrlConfiguration puts out: the global collection, which there always is (page of the cmdlet), then
 * those of sites in stored order. Collections of one scope are one.
 */
export function simpleUrlConfigurationObjects(
  topology: Topology,
  collections: readonly SimpleUrlCollection[],
): readonly ProductObject[] {
  const byIdentity = Map.groupBy(collections, ({ scope }) => identityOf(topology, scope));
  const global = byIdentity.get('Global') ?? [];
  byIdentity.delete('Global');
  return [['Global', global] as const, ...byIdentity].map(([identity, stored]) => ({
    typeNames: [`${NAMESPACE}.SimpleUrlConfiguration`],
    text: identity,
    properties: () => ({
      Identity: identity,
      SimpleUrl: stored.flatMap(({ urls }) => urls.map(simpleUrlObject)),
      UseBackendDatabase: stored.some(({ useBackendDatabase }) => useBackendDatabase),
    }),
  }));
}

/** `Global`, or `Site:Redmond` for a site by name or id; a site that the topology lacks keeps the name it was given. */
function identityOf({ sites }: Topology, scope: string): string {
  if (!isSiteScope(scope)) return 'Global';
  return `Site:${sites.find((site) => isScopeOf(scope, site))?.name ?? siteNameOf(scope)}`;
}

/** Text and order of the properties: as the product lists them in a collection (inferred). */
function simpleUrlObject({ component, domain, activeUrl, entries }: SimpleUrlWithEntries): ProductObject {
  return {
    typeNames: [`${NAMESPACE}.SimpleUrl`],
    text: `Component=${component};Domain=${domain};ActiveUrl=${activeUrl}`,
    properties: () => ({
      SimpleUrlEntry: entries.map((url) => ({
        typeNames: [`${NAMESPACE}.SimpleUrlEntry`],
        text: `Url=${url}`,
        properties: () => ({ Url: url }),
      })),
      Component: component,
      Domain: domain,
      ActiveUrl: activeUrl,
    }),
  };
}
