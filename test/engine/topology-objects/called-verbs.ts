import { join } from 'node:path';
import { JsonFolderDeploymentSource } from '../../../src/adapters/deployment/json-folder/json-folder-deployment-source.ts';
import { topologyDescriber } from '../../../src/adapters/topology/describe-topology.ts';
import { openTopology } from '../../../src/adapters/topology/open-topology.ts';
import type { TopologyDeps } from '../../../src/app/topology/topology-store.ts';
import {
  type TopologyParameters,
  type TopologyVerbs,
  topologyVerbsOver,
} from '../../../src/app/topology/topology-verbs.ts';
import type { Deployment } from '../../../src/domain/deployment/deployment.ts';
import type { CommandError } from '../../../src/domain/errors/command-error.ts';
import type { ProductObject, ProductValue } from '../../../src/domain/product-object.ts';
import type { Host } from '../../../src/ports/host.ts';

const REPOSITORY = join(import.meta.dirname, '..', '..', '..');

/** What one call of a verb did. */
export interface Called {
  readonly objects: readonly ProductObject[];
  /** Non-terminating errors. */
  readonly errors: readonly CommandError[];
  /** XML documents. */
  readonly documents: readonly string[];
}

type Change = Partial<
  Pick<Deployment, 'centralManagementStoreReachable' | 'localComputer' | 'topologyPath' | 'product' | 'simpleUrls'>
>;

/** The verbs over a bundled sample, or over it with some facts of the deployment changed. */
export function verbsOver(sample: 'enterprise' | 'standard', change: Change = {}) {
  const deployments = new JsonFolderDeploymentSource(join(REPOSITORY, 'examples', `litwareinc-${sample}`));
  const deps: TopologyDeps = {
    deployments: { load: async (environment) => ({ ...(await deployments.load(environment)), ...change }) },
    openTopology,
    topologyDescriber: async () => topologyDescriber,
    names: { ownFqdn: async () => 'somewhere.else', toAscii: (name) => name },
    computer: undefined,
  };
  return callable(topologyVerbsOver(deps));
}

function callable(verbs: TopologyVerbs) {
  return async <Verb extends keyof TopologyVerbs>(
    verb: Verb,
    parameters: TopologyParameters[Verb],
  ): Promise<Called> => {
    const objects: ProductObject[] = [];
    const errors: CommandError[] = [];
    const documents: string[] = [];
    await verbs[verb](parameters, noting(objects, errors, documents));
    return { objects, errors, documents };
  };
}

function noting(objects: ProductObject[], errors: CommandError[], documents: string[]): Host {
  return {
    output: (object) => {
      if (object.kind === 'TopologyObject') objects.push(object.object);
      if (object.kind === 'TopologyDocument') documents.push(object.text);
    },
    verbose: () => undefined,
    warning: () => undefined,
    hostLine: () => undefined,
    error: (error) => errors.push(error),
    shouldProcess: async () => true,
    shouldContinue: async () => true,
    environmentVariable: async () => undefined,
  };
}

/** The values of one property, objects as their text. */
export function valuesOf(objects: readonly ProductObject[], property: string): readonly unknown[] {
  return objects.map((object) => plain(object.properties()[property]));
}

/** All properties of an object in their order, objects as their text. */
export function propertiesOf(object: ProductObject | undefined): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(object?.properties() ?? {}).map(([name, value]) => [name, plain(value)]));
}

function plain(value: ProductValue | undefined): unknown {
  if (Array.isArray(value)) return value.map(plain);
  return typeof value === 'object' && value !== null && 'text' in value ? value.text : value;
}
