import type { BookLine } from '../../domain/authority/book-entry.ts';
import { ADMIN_DENIED_REQUEST, hresultText } from '../../domain/authority/denial-codes.ts';
import { asEmulatedRequest } from '../../domain/authority/emulated-request.ts';
import type { RevocationReason } from '../../domain/authority/revocation-reason.ts';
import { commandError } from '../../domain/errors/catalogue.ts';
import type { AuthorityOperator } from '../../ports/authority-operator.ts';
import type { Host } from '../../ports/host.ts';
import type { CallContext } from '../call-context.ts';
import type { Deps } from '../deps.ts';
import { chosenAuthority } from './emulated-authorities.ts';

/** Which request of which CA; `ca` may be absent where the deployment has one. */
export interface EmulatedRequestChoice {
  readonly ca?: string;
  readonly requestId: number;
}

export interface EmulatedDenial extends EmulatedRequestChoice {
  /** Signed or unsigned. Default: 0x80094014, an administrator's denial. */
  readonly hresult?: number;
  /** Default: `Denied by` and the user. */
  readonly message?: string;
}

export interface EmulatedRevocation extends EmulatedRequestChoice {
  /** Default: unspecified. */
  readonly reason?: RevocationReason;
}

/** Issues a pending request, as a certificate manager does; puts the request out as it is then. */
export async function approveEmulatedRequest(
  deps: Deps,
  choice: EmulatedRequestChoice,
  context: CallContext,
  host: Host,
): Promise<void> {
  const decided = await decide(deps, choice, host, {
    what: 'Approve',
    pass: (operator) => operator.approve(choice.requestId, context.user),
  });
  if (decided?.disposition === 'denied') {
    host.warning(`The certificate request "${choice.requestId}" was not issued: ${decided.message}`);
  }
}

export async function denyEmulatedRequest(
  deps: Deps,
  denial: EmulatedDenial,
  context: CallContext,
  host: Host,
): Promise<void> {
  const hresult = failureCode(denial.hresult);
  const message = denial.message ?? `Denied by ${context.user}`;
  if (/\p{Cc}/u.test(message)) throw commandError('ParameterNotOneLine', { parameter: 'Message' });
  await decide(deps, denial, host, {
    what: 'Deny',
    pass: (operator) => operator.deny(denial.requestId, { hresult, message }),
  });
}

/** Takes an issued certificate back. Whoever has imported it already keeps it; it stands on the next list. */
export async function revokeEmulatedRequest(
  deps: Deps,
  revocation: EmulatedRevocation,
  context: CallContext,
  host: Host,
): Promise<void> {
  const { requestId, reason = 'unspecified' } = revocation;
  await decide(deps, revocation, host, {
    what: 'Revoke',
    pass: (operator) => operator.revoke(requestId, reason, context.user),
  });
}

interface Step {
  readonly what: string;
  pass(operator: AuthorityOperator): Promise<BookLine>;
}

/** Undefined where the user declined, or with -WhatIf. */
async function decide(
  deps: Deps,
  { ca, requestId }: EmulatedRequestChoice,
  host: Host,
  { what, pass }: Step,
): Promise<BookLine | undefined> {
  const { config, operator } = await chosenAuthority(deps, ca, (name) => host.environmentVariable(name));
  if (!deps.stateExists()) throw commandError('EmulatedRequestNotFound', { requestId, config });
  const { subject } = await operator.request(requestId);
  const description = `${what} the certificate request "${requestId}" (${subject}) at the emulated certification authority (CA) "${config}".`;
  if (!(await host.shouldProcess({ description, query: description, caption: 'Confirm' }))) return undefined;
  const line = await pass(operator);
  host.output({ kind: 'EmulatedRequest', ...asEmulatedRequest(config, line) });
  return line;
}

/** PowerShell reads `0x80094014` as a negative number. A denial needs the code of a failure: its highest bit is set. */
function failureCode(given: number = ADMIN_DENIED_REQUEST): number {
  const code = given >>> 0;
  if (code < 0x80000000) throw commandError('DenialCodeInvalid', { code: hresultText(code) });
  return code;
}
