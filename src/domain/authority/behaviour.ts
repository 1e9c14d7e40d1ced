import type { RevocationReason } from './revocation-reason.ts';

/** When a scripted decision falls on a request that was taken under submission; it shows when the CA is next asked. */
export type DecisionTime =
  /** Polls that still find it pending. */
  | { readonly afterPolls: number }
  /** Since the submission. */
  | { readonly afterSeconds: number };

export type ScriptedDecision =
  | { readonly kind: 'approve'; readonly when: DecisionTime }
  /** `when` undefined: at once, instead of being taken under submission. */
  | {
      readonly kind: 'deny';
      readonly when: DecisionTime | undefined;
      readonly hresult: number;
      readonly message: string;
    }
  | { readonly kind: 'revoke'; readonly when: DecisionTime; readonly reason: RevocationReason };

/** `always`, or how many are not answered: the first submissions in all, and the first polls of each request. */
export type Unreachability = 'always' | { readonly submissions: number; readonly polls: number };

/** Outcomes that a deployment scripts for rehearsal, on a CA or on one of its templates. */
export interface Behaviour {
  readonly decision?: ScriptedDecision;
  readonly unreachable?: Unreachability;
  /** Every submission is answered as with a wrong password. */
  readonly refuseCredentials?: boolean;
  /** How late an answer comes; what was decided is in the books before. */
  readonly delayMilliseconds?: number;
}

/** What a template scripts comes before what its CA does, property by property. */
export function effectiveBehaviour(ofAuthority: Behaviour = {}, ofTemplate: Behaviour = {}): Behaviour {
  return { ...ofAuthority, ...ofTemplate };
}

/** What a poll finds before the books are asked; `earlierPolls` counts those of the request, unanswered ones too. */
export function pollIsUnanswered({ unreachable }: Behaviour, earlierPolls: number): boolean {
  if (unreachable === undefined) return false;
  return unreachable === 'always' || earlierPolls < unreachable.polls;
}

/** Whether a decision has fallen by `now`. */
export function isDue(
  when: DecisionTime,
  { unreachable }: Behaviour,
  request: { readonly submitted: Date; readonly earlierPolls: number; readonly now: Date },
): boolean {
  if ('afterSeconds' in when) {
    return request.now.getTime() - request.submitted.getTime() >= when.afterSeconds * 1000;
  }
  const unanswered = unreachable === undefined || unreachable === 'always' ? 0 : unreachable.polls;
  return request.earlierPolls - unanswered >= when.afterPolls;
}

/** Whether the polls of a request have to be counted. */
export function countsPolls({ decision, unreachable }: Behaviour): boolean {
  const counted = decision?.when !== undefined && 'afterPolls' in decision.when;
  return counted || (unreachable !== undefined && unreachable !== 'always' && unreachable.polls > 0);
}
