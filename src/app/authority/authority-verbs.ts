import { commandError } from '../../domain/errors/catalogue.ts';
import type { EnvironmentLookup } from '../../ports/deployment-source.ts';
import type { Host } from '../../ports/host.ts';
import type { CallContext } from '../call-context.ts';
import type { Deps } from '../deps.ts';
import {
  approveEmulatedRequest,
  denyEmulatedRequest,
  type EmulatedDenial,
  type EmulatedRequestChoice,
  type EmulatedRevocation,
  revokeEmulatedRequest,
} from './decide-emulated-request.ts';
import { chosenAuthority, emulatedAuthorities } from './emulated-authorities.ts';
import { type EmulatedRequestFilter, listEmulatedRequests } from './list-emulated-requests.ts';
import { resetEmulatedAuthorities } from './reset-emulated-authorities.ts';

/** An embedded CA, as `cscert ca list` shows it. */
export interface ListedAuthority {
  readonly ca: string;
  readonly requests: number;
  readonly pending: number;
}

/** What the operator of the embedded CAs can do. Objects come out as `EmulatedRequest`. */
export interface AuthorityVerbs {
  listAuthorities(environment: EnvironmentLookup): Promise<readonly ListedAuthority[]>;
  /** DER of the root, made on first use; `config` may be undefined where the deployment has one CA. */
  certificate(config: string | undefined, environment: EnvironmentLookup): Promise<Uint8Array>;
  /** DER of a fresh certificate revocation list. */
  revocationList(config: string | undefined, environment: EnvironmentLookup): Promise<Uint8Array>;
  getRequests(filter: EmulatedRequestFilter, host: Host): Promise<void>;
  approve(choice: EmulatedRequestChoice, context: CallContext, host: Host): Promise<void>;
  deny(denial: EmulatedDenial, context: CallContext, host: Host): Promise<void>;
  revoke(revocation: EmulatedRevocation, context: CallContext, host: Host): Promise<void>;
  reset(choice: { readonly ca?: string }, host: Host): Promise<void>;
}

export function authorityVerbsOver(deps: Deps): AuthorityVerbs {
  return {
    listAuthorities: (environment) => listAuthorities(deps, environment),
    certificate: (config, environment) => certificate(deps, config, environment),
    revocationList: async (config, environment) =>
      (await chosenAuthority(deps, config, environment)).operator.revocationList(),
    getRequests: (filter, host) => listEmulatedRequests(deps, filter, host),
    approve: (choice, context, host) => approveEmulatedRequest(deps, choice, context, host),
    deny: (denial, context, host) => denyEmulatedRequest(deps, denial, context, host),
    revoke: (revocation, context, host) => revokeEmulatedRequest(deps, revocation, context, host),
    reset: (choice, host) => resetEmulatedAuthorities(deps, choice, host),
  };
}

async function listAuthorities(deps: Deps, environment: EnvironmentLookup): Promise<readonly ListedAuthority[]> {
  const all = await emulatedAuthorities(deps, environment);
  return Promise.all(
    all.map(async ({ config, operator }) => {
      const lines = deps.stateExists() ? await operator.requests() : [];
      const pending = lines.filter(({ disposition }) => disposition === 'pending');
      return { ca: config, requests: lines.length, pending: pending.length };
    }),
  );
}

async function certificate(
  deps: Deps,
  chosen: string | undefined,
  environment: EnvironmentLookup,
): Promise<Uint8Array> {
  const { config, authority } = await chosenAuthority(deps, chosen, environment);
  const root = (await authority.certificates()).at(-1);
  if (root !== undefined) return root;
  throw commandError('CertificationAuthorityMisconfigured', { config, reason: 'It has no certificate.' });
}
