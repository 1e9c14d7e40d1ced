import type { Host } from '../../ports/host.ts';
import { withoutBlanks } from '../parameter-values.ts';
import { type AdminRoleSelection, getAdminRole } from './get-admin-role.ts';
import { type ComputerSelection, getComputer } from './get-computer.ts';
import { getPool, type PoolSelection } from './get-pool.ts';
import { getService, type ServiceSelection } from './get-service.ts';
import { getSimpleUrlConfiguration, type SimpleUrlSelection } from './get-simple-url-configuration.ts';
import { getSipDomain } from './get-sip-domain.ts';
import { getTopology, type TopologyChoice } from './get-topology.ts';
import type { Selection } from './select-objects.ts';
import type { TopologyDeps } from './topology-store.ts';

/** The parameters of each verb. */
export interface TopologyParameters {
  readonly getAdminRole: AdminRoleSelection;
  readonly getComputer: ComputerSelection;
  readonly getPool: PoolSelection;
  readonly getService: ServiceSelection;
  readonly getSimpleUrlConfiguration: SimpleUrlSelection;
  readonly getSipDomain: Selection;
  readonly getTopology: TopologyChoice;
}

/**
 * The Get cmdlets that only read the topology. Objects come out as `TopologyObject`, the document of -AsXml as
 * `TopologyDocument`; nothing is logged or kept.
 */
export type TopologyVerbs = {
  readonly [Verb in keyof TopologyParameters]: (parameters: TopologyParameters[Verb], host: Host) => Promise<void>;
};

export function topologyVerbsOver(deps: TopologyDeps): TopologyVerbs {
  const over =
    <Parameters extends object>(verb: (deps: TopologyDeps, parameters: Parameters, host: Host) => Promise<void>) =>
    (parameters: Parameters, host: Host) =>
      verb(deps, withoutBlanks(parameters), host);
  return {
    getAdminRole: over(getAdminRole),
    getComputer: over(getComputer),
    getPool: over(getPool),
    getService: over(getService),
    getSimpleUrlConfiguration: over(getSimpleUrlConfiguration),
    getSipDomain: over(getSipDomain),
    getTopology: over(getTopology),
  };
}
