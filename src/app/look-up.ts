import type { StoredRequest } from '../domain/request/stored-request.ts';
import type { Issued, Waiting } from '../domain/request/verdict.ts';
import type { Refusal } from '../domain/request/verdict-error.ts';
import type { CertificateAuthority, CertificateAuthorityDirectory } from '../ports/certificate-authority.ts';
import type { RequestStore } from '../ports/request-store.ts';
import { type Answer, askAuthority } from './ask-authority.ts';
import type { CommandRun } from './command-run.ts';
import type { Deps } from './deps.ts';
import { refusalChange } from './refusal-change.ts';
import { isStillRunning } from './still-running.ts';

/** Where a request stands after its CA was asked once; what the CA said is already recorded. */
export type Finding =
  | {
      readonly kind: 'issued';
      readonly stored: StoredRequest;
      readonly verdict: Issued;
      readonly authority: CertificateAuthority;
    }
  | {
      readonly kind: 'pending' | 'offline' | 'unknowable' | 'never arrived' | 'being submitted';
      readonly stored: StoredRequest;
    }
  | { readonly kind: 'denied' | 'revoked'; readonly stored: StoredRequest }
  /** The CA could not be asked; the request stays as it was. */
  | { readonly kind: 'not asked'; readonly stored: StoredRequest; readonly refusal: Refusal };

/** Asks about one open request and records the answer, each in one transaction. Imports nothing. */
export async function lookUp(
  deps: Deps,
  run: CommandRun,
  authorities: CertificateAuthorityDirectory,
  stored: StoredRequest,
): Promise<Finding> {
  switch (stored.state) {
    case 'offline':
      return { kind: 'offline', stored };
    case 'submitting':
      if (isStillRunning(deps, run, stored)) return { kind: 'being submitted', stored };
      break;
    case 'denied':
      return { kind: 'denied', stored };
    case 'revoked':
      return { kind: 'revoked', stored };
  }
  return record(deps.openState().requests, run, stored, await askAuthority(authorities, stored));
}

async function record(
  requests: RequestStore,
  run: CommandRun,
  stored: StoredRequest,
  answer: Answer,
): Promise<Finding> {
  if (answer.kind === 'never arrived') return { kind: 'never arrived', stored };
  if (answer.kind === 'unknowable') return recordUnknowable(requests, run, stored);
  if (answer.kind === 'issued') {
    // The import follows in one step of its own; a crash before it asks the CA again.
    return { kind: 'issued', stored, verdict: answer.verdict, authority: answer.authority };
  }
  const { verdict } = answer;
  switch (verdict.kind) {
    case 'wait':
      return recordWaiting(requests, run, stored, verdict);
    case 'denied':
    case 'revoked': {
      const { request } = await requests.transition(stored, verdict.kind, refusalChange(verdict), run.actor());
      return { kind: verdict.kind, stored: request };
    }
    default:
      return { kind: 'not asked', stored, refusal: verdict };
  }
}

async function recordWaiting(
  requests: RequestStore,
  run: CommandRun,
  stored: StoredRequest,
  { caRequestId, cookie, earliestNextPoll, message }: Waiting,
): Promise<Finding> {
  const change = { caRequestId, disposition: { hresult: 0, message }, poll: { cookie, earliestNextPoll } };
  const { request } = await requests.transition(stored, 'pending', change, run.actor());
  return { kind: 'pending', stored: request };
}

async function recordUnknowable(requests: RequestStore, run: CommandRun, stored: StoredRequest): Promise<Finding> {
  if (stored.state === 'unknown') return { kind: 'unknowable', stored };
  const { request } = await requests.transition(stored, 'unknown', {}, run.actor());
  return { kind: 'unknowable', stored: request };
}
