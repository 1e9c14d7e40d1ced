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
import type { Method } from './connection.ts';
import type { EngineMethods } from './methods.ts';
import { type ParamsValidator, schemaMethod } from './schema-method.ts';

/** Each method and its params; their JSON Schema is the source. */
const VALIDATORS: Readonly<Record<keyof TopologyVerbs, ParamsValidator>> = {
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
  type Params = { readonly parameters: TopologyParameters[Verb] };
  return schemaMethod<Params>(VALIDATORS[name], async ({ parameters }, host) => {
    const verbs = await load();
    await verbs[name](parameters, host);
  });
}
