import { findConfiguration } from '../domain/authority/configuration-string.ts';
import type { Deployment } from '../domain/deployment/deployment.ts';
import { displayText } from '../domain/display-text.ts';
import type { Deps } from './deps.ts';
import { loadWithoutPasswords } from './load-without-passwords.ts';
import { localScope } from './local-scope.ts';
import { type TopologyParameter, topologyValues } from './topology/topology-values.ts';

/** A prompt shows no more at once. */
const LIMIT = 100;

/** What the values come from. */
export type CompletionDeps = Pick<
  Deps,
  'deployments' | 'openTopology' | 'names' | 'computer' | 'stateExists' | 'openState'
>;

/** What a parameter could be given, as far as it is typed. */
export interface CompletionQuestion {
  readonly parameter: 'CA' | 'Template' | 'Thumbprint' | TopologyParameter;
  /** The cmdlet on the line, where it decides what the values are. */
  readonly command?: string;
  readonly word: string;
  /** The CA already on the line, whose templates count. */
  readonly ca?: string;
}

/**
 * The values of the deployment that begin with the word, without regard to case, in the deployment's order; at most
 * 100. Only reads, and is never an error: whoever presses Tab has not asked for anything yet.
 */
export async function complete(deps: CompletionDeps, question: CompletionQuestion): Promise<readonly string[]> {
  const start = question.word.toLowerCase();
  const offered = new Map<string, string>();
  for (const value of await knownValues(deps, question)) {
    const key = value.toLowerCase();
    if (key.startsWith(start) && !offered.has(key) && displayText(value) === value) offered.set(key, value);
  }
  return [...offered.values()].slice(0, LIMIT);
}

async function knownValues(deps: CompletionDeps, question: CompletionQuestion): Promise<readonly string[]> {
  try {
    const deployment = await loadWithoutPasswords(deps.deployments);
    const { parameter, command = '' } = question;
    if (parameter === 'Thumbprint') return await thumbprints(deps, deployment);
    if (parameter === 'CA' || parameter === 'Template') return authorityValues(deployment, question);
    const { topology } = await deps.openTopology(deployment.topologyPath).load();
    return topologyValues(deployment, topology, parameter, command);
  } catch {
    return [];
  }
}

/** Of what could be assigned: certificates of My with a private key, the newest first. */
async function thumbprints(deps: CompletionDeps, deployment: Deployment): Promise<readonly string[]> {
  if (!deps.stateExists()) return [];
  const { scope } = await localScope(deps, deployment);
  const entries = await deps.openState().certificates.list(scope, { store: 'My' });
  return entries
    .filter(({ privateKey }) => privateKey !== undefined)
    .map(({ thumbprint }) => thumbprint)
    .reverse();
}

function authorityValues({ certificateAuthorities }: Deployment, { parameter, ca }: CompletionQuestion) {
  if (parameter === 'CA') return certificateAuthorities.map(({ config }) => config);
  return certificateAuthorities
    .filter(({ config }) => ca === undefined || findConfiguration([config], ca) !== undefined)
    .flatMap(({ templates }) => templates.map(({ name }) => name));
}
