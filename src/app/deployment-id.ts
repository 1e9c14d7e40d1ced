import type { Deployment } from '../domain/deployment/deployment.ts';
import type { Deps } from './deps.ts';

/** The deployment's name in the store: its own, or the topology's default SIP domain. */
export async function deploymentId(deps: Deps, { id, topologyPath }: Deployment): Promise<string> {
  return id ?? (await deps.openTopology(topologyPath).load()).topology.defaultSipDomain;
}
