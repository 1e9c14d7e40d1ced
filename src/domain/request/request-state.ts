import type { RequestStatus } from './certificate-request.ts';

/** What whoever finds a request in a state has to do when the process that put it there is gone. */
export type RestartRule =
  /** Nobody was asked: archive the row and destroy its key. */
  | 'discard'
  /** Somebody was asked and the answer is unknown: ask that CA by the request's digest, never submit again. */
  | 'ask by digest'
  /** The CA has it: ask by the CA's number when the user retrieves. */
  | 'ask by number'
  /** The CA issued it: fetch the certificate and import it. */
  | 'import'
  /** Tell the user, then archive the row and destroy its key. */
  | 'report'
  /** Only the user can decide. */
  | 'leave to the user'
  /** The row is at its end. */
  | 'none';

interface StateRule {
  /** What a user reads as RequestStatus. */
  readonly status: RequestStatus;
  /** Whether -List shows it (domain facts 10, "-List membership"). */
  readonly listed: boolean;
  /** An archived row is kept for the audit only: no verb finds it, its RequestId and its key are gone. */
  readonly archived: boolean;
  readonly next: readonly string[];
  readonly afterRestart: RestartRule;
}

/** Every state of a request. A row of `next` is a state that may follow; nothing else may. */
const STATES = {
  /** Key and request are durable, nobody has been asked. */
  prepared: {
    status: 'Failed',
    listed: false,
    archived: false,
    next: ['submitting', 'failed', 'cleared'],
    afterRestart: 'discard',
  },
  /** A CA is being asked, its answer is not recorded. */
  submitting: {
    status: 'Unknown',
    listed: true,
    archived: false,
    next: ['pending', 'issued', 'imported', 'denied', 'revoked', 'unknown', 'failed'],
    afterRestart: 'ask by digest',
  },
  /** Taken under submission. */
  pending: {
    status: 'Pending',
    listed: true,
    archived: false,
    next: ['pending', 'issued', 'imported', 'denied', 'revoked', 'cleared'],
    afterRestart: 'ask by number',
  },
  /** Issued by the CA, the certificate is not in the store yet. */
  issued: {
    status: 'Issued',
    listed: true,
    archived: false,
    next: ['issued', 'imported', 'revoked', 'cleared'],
    afterRestart: 'import',
  },
  /** The certificate is in the store with its key. */
  imported: { status: 'Issued', listed: false, archived: false, next: [], afterRestart: 'none' },
  /** Denied by the CA, not reported to the user yet. */
  denied: { status: 'Denied', listed: true, archived: false, next: ['failed', 'cleared'], afterRestart: 'report' },
  /** Revoked before it was imported: spoils -Retrieve until it is cleared. */
  revoked: {
    status: 'Revoked',
    listed: true,
    archived: false,
    next: ['cleared'],
    afterRestart: 'leave to the user',
  },
  /** Written to a file for a CA that we do not speak to; a certificate may be brought back by hand. */
  offline: {
    status: 'Offline',
    listed: true,
    archived: false,
    next: ['imported', 'cleared'],
    afterRestart: 'leave to the user',
  },
  /** The CA was asked and cannot say what became of it. */
  unknown: {
    status: 'Unknown',
    listed: true,
    archived: false,
    next: ['pending', 'issued', 'imported', 'denied', 'revoked', 'failed', 'cleared'],
    afterRestart: 'ask by digest',
  },
  /** Removed by -Clear. */
  cleared: { status: 'Failed', listed: false, archived: true, next: [], afterRestart: 'none' },
  /** Never became a certificate, and the user has been told. */
  failed: { status: 'Failed', listed: false, archived: true, next: [], afterRestart: 'none' },
} as const satisfies Record<string, StateRule>;

export type RequestState = keyof typeof STATES;

/** The states in the order of a request's life. */
export const REQUEST_STATES: Readonly<Record<RequestState, StateRule>> = STATES;

/** States that a request may be born in. */
export type FirstState = Extract<RequestState, 'prepared' | 'offline'>;

/** States that need no more than the CA's word; the others also touch keys or certificates and have a verb of their own. */
export type RecordedState = Exclude<RequestState, FirstState | 'imported' | 'cleared' | 'failed'>;

/** Narrows text that was stored. */
export function isRequestState(text: string): text is RequestState {
  return Object.hasOwn(STATES, text);
}

/** Tells whether a request may pass from one state to another. */
export function mayBecome(from: RequestState, to: RequestState): boolean {
  return REQUEST_STATES[from].next.includes(to);
}
