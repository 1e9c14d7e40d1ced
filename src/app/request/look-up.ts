import type { RequestChange } from '../../domain/request/request-change.ts';
import type { RecordedState } from '../../domain/request/request-state.ts';
import type { StoredRequest } from '../../domain/request/stored-request.ts';
import type { Issued, Waiting } from '../../domain/request/verdict.ts';
import type { Refusal } from '../../domain/request/verdict-error.ts';
import type { CertificateAuthority, CertificateAuthorityDirectory } from '../../ports/certificate-authority.ts';
import type { RequestStore } from '../../ports/request-store.ts';
import type { CommandRun } from '../command-run.ts';
import type { Deps } from '../deps.ts';
import { type Answer, askAuthority } from './ask-authority.ts';
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
  /** Another process moved it on while the CA was asked; `stored` is how it is now. */
  | { readonly kind: 'taken over'; readonly stored: StoredRequest }
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
    case 'revoked':
      return found(verdict.kind, await step(requests, run, stored, verdict.kind, refusalChange(verdict)));
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
  return found('pending', await step(requests, run, stored, 'pending', change));
}

async function recordUnknowable(requests: RequestStore, run: CommandRun, stored: StoredRequest): Promise<Finding> {
  if (stored.state === 'unknown') return { kind: 'unknowable', stored };
  return found('unknowable', await step(requests, run, stored, 'unknown', {}));
}

/** `reached`: the request now is in the state that was wanted, whoever put it there. */
async function step(
  requests: RequestStore,
  run: CommandRun,
  stored: StoredRequest,
  to: RecordedState,
  change: RequestChange,
): Promise<{ readonly request: StoredRequest; readonly reached: boolean }> {
  const { applied, request } = await requests.transition(stored, to, change, run.actor());
  return { request, reached: applied || request.state === to };
}

function found(
  kind: 'pending' | 'unknowable' | 'denied' | 'revoked',
  { request, reached }: { readonly request: StoredRequest; readonly reached: boolean },
): Finding {
  return reached ? { kind, stored: request } : { kind: 'taken over', stored: request };
}
