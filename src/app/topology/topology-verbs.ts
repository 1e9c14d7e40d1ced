import type { Host } from '../../ports/host.ts';
import { withoutBlanks } from '../check-parameters.ts';
import { type ComputerSelection, getComputer } from './get-computer.ts';
import { getPool, type PoolSelection } from './get-pool.ts';
import { getService, type ServiceSelection } from './get-service.ts';
import { getSipDomain } from './get-sip-domain.ts';
import type { Selection } from './select-objects.ts';
import type { TopologyDeps } from './topology-store.ts';

type Getter<Parameters> = (parameters: Parameters, host: Host) => Promise<void>;

/** The Get cmdlets that only read the topology. Objects come out as `TopologyObject`; nothing is logged or kept. */
export interface TopologyVerbs {
  readonly getComputer: Getter<ComputerSelection>;
  readonly getPool: Getter<PoolSelection>;
  readonly getService: Getter<ServiceSelection>;
  readonly getSipDomain: Getter<Selection>;
}

export function topologyVerbsOver(deps: TopologyDeps): TopologyVerbs {
  const over =
    <Parameters extends object>(verb: (deps: TopologyDeps, parameters: Parameters, host: Host) => Promise<void>) =>
    (parameters: Parameters, host: Host) =>
      verb(deps, withoutBlanks(parameters), host);
  return {
    getComputer: over(getComputer),
    getPool: over(getPool),
    getService: over(getService),
    getSipDomain: over(getSipDomain),
  };
}
