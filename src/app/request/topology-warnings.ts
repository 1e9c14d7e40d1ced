import { isSiteOfTopology, type SimpleUrl } from '../../domain/topology/simple-urls.ts';
import type { Topology } from '../../domain/topology/topology.ts';

/** Lync Server 2010 to Skype for Business Server 2019. */
const OLDEST = 5;
const NEWEST = 8;

/** What a topology and its simple URLs say that cannot be right, or that nobody has tried. */
export function topologyWarnings(topology: Topology, simpleUrls: readonly SimpleUrl[] | undefined): readonly string[] {
  const versions = new Set(topology.pools.flatMap(({ services }) => services.map((service) => service.serviceVersion)));
  const unknown = [...versions].filter((version) => version < OLDEST || version > NEWEST).sort((a, b) => a - b);
  const lost = (simpleUrls ?? []).filter(({ scope }) => !isSiteOfTopology(scope, topology));
  return [
    ...unknown.map(
      (version) =>
        `The topology has services of version ${version}. Versions ${OLDEST} (Lync Server 2010) to ${NEWEST} (Skype for Business Server 2019) are known; the names may be incomplete.`,
    ),
    ...lost.map(
      ({ activeUrl, scope }) =>
        `The simple URL "${activeUrl}" has the scope "${scope}", and the topology has no such site. It was left out.`,
    ),
  ];
}
