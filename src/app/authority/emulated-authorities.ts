import { findConfiguration } from '../../domain/authority/configuration-string.ts';
import { commandError } from '../../domain/errors/catalogue.ts';
import { type AuthorityOperator, isOperated } from '../../ports/authority-operator.ts';
import type { CertificateAuthority } from '../../ports/certificate-authority.ts';
import type { EnvironmentLookup } from '../../ports/deployment-source.ts';
import { deploymentId } from '../deployment-id.ts';
import type { Deps } from '../deps.ts';

/** An embedded CA of the deployment, from both sides. */
export interface EmulatedAuthority {
  /** Configuration string, as the deployment writes it. */
  readonly config: string;
  readonly authority: CertificateAuthority;
  readonly operator: AuthorityOperator;
}

/** The embedded CAs of the deployment in its order. Nothing is made or opened yet. */
export async function emulatedAuthorities(
  deps: Deps,
  environment: EnvironmentLookup,
): Promise<readonly EmulatedAuthority[]> {
  const deployment = await deps.deployments.load(environment);
  const directory = await deps.authorities(deployment, await deploymentId(deps, deployment));
  return directory.configs.flatMap((config) => {
    const authority = directory.find(config);
    return authority !== undefined && isOperated(authority)
      ? [{ config, authority, operator: authority.operator }]
      : [];
  });
}

/** The CA that is named, in any case, or else the only one. */
export async function chosenAuthority(
  deps: Deps,
  config: string | undefined,
  environment: EnvironmentLookup,
): Promise<EmulatedAuthority> {
  const all = await emulatedAuthorities(deps, environment);
  const [first, second] = config === undefined ? all : [named(all, config)];
  if (first !== undefined && second === undefined) return first;
  throw commandError('CertificationAuthorityNotChosen', { known: all.map((one) => one.config) });
}

/** The CA that is named, or else all. */
export async function chosenAuthorities(
  deps: Deps,
  config: string | undefined,
  environment: EnvironmentLookup,
): Promise<readonly EmulatedAuthority[]> {
  const all = await emulatedAuthorities(deps, environment);
  return config === undefined ? all : [named(all, config)];
}

function named(all: readonly EmulatedAuthority[], config: string): EmulatedAuthority {
  const known = all.map((one) => one.config);
  const meant = findConfiguration(known, config);
  const found = all.find((one) => one.config === meant);
  if (found !== undefined) return found;
  throw commandError('CertificationAuthorityNotFound', { config, known }, { target: config });
}
