import type { TopologyParameters, TopologyVerbs } from '../app/topology/topology-verbs.ts';
import {
  validateGetAdminRoleParams,
  validateGetComputerParams,
  validateGetPoolParams,
  validateGetServiceParams,
  validateGetSimpleUrlConfigurationParams,
  validateGetSipDomainParams,
  validateGetTopologyParams,
} from '../generated/method-validators.js';
import { withCommandErrors } from './as-command-error.ts';
import type { Method } from './connection.ts';
import { InvalidParams } from './invalid-params.ts';
import { describeProblem } from './messages.ts';
import type { EngineMethods } from './methods.ts';

type Validator = typeof validateGetComputerParams;

/** Each method and its params; their JSON Schema is the source. */
const VALIDATORS: Readonly<Record<keyof TopologyVerbs, Validator>> = {
  getComputer: validateGetComputerParams,
  getTopology: validateGetTopologyParams,
  getSimpleUrlConfiguration: validateGetSimpleUrlConfigurationParams,
  getAdminRole: validateGetAdminRoleParams,
  getPool: validateGetPoolParams,
  getService: validateGetServiceParams,
  getSipDomain: validateGetSipDomainParams,
};

/** The methods of the Get cmdlets that only read the topology; the verbs are loaded at the first call of one. */
export function topologyMethods(verbs: () => Promise<TopologyVerbs>): Pick<EngineMethods, keyof TopologyVerbs> {
  return {
    getComputer: method('getComputer', verbs),
    getTopology: method('getTopology', verbs),
    getSimpleUrlConfiguration: method('getSimpleUrlConfiguration', verbs),
    getAdminRole: method('getAdminRole', verbs),
    getPool: method('getPool', verbs),
    getService: method('getService', verbs),
    getSipDomain: method('getSipDomain', verbs),
  };
}

/** A method whose result is what the host was told. */
function method<Verb extends keyof TopologyVerbs>(name: Verb, load: () => Promise<TopologyVerbs>): Method {
  const validator = VALIDATORS[name];
  const fits = (params: unknown): params is { readonly parameters: TopologyParameters[Verb] } => validator(params);
  return withCommandErrors(async (params, host) => {
    if (!fits(params)) throw new InvalidParams(describeProblem(validator));
    const verbs = await load();
    await verbs[name](params.parameters, host);
    return null;
  });
}
