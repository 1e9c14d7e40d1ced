import { type Behaviour, isDue } from '../../../domain/authority/behaviour.ts';
import type { BookDecision, NumberedBookEntry } from '../../../domain/authority/book-entry.ts';
import { deniedDecision, revokedDecision } from './book-decisions.ts';
import { type Desk, issuePending } from './decide-request.ts';

/**
 * What the deployment's script makes of a pending request by now: undefined while nothing is due, `expired` when the
 * CA itself is no longer valid. `earlierPolls` counts the polls of the request before this one.
 */
export function scriptedDecision(
  desk: Desk,
  behaviour: Behaviour,
  entry: NumberedBookEntry,
  earlierPolls: number,
): BookDecision | 'expired' | undefined {
  const { decision } = behaviour;
  if (entry.disposition !== 'pending' || decision?.when === undefined) return undefined;
  const moment = { submitted: entry.when, earlierPolls, now: desk.now };
  if (!isDue(decision.when, behaviour, moment)) return undefined;
  if (decision.kind === 'deny') return deniedDecision(decision, desk.now);
  const issued = issuePending(desk, entry) ?? 'expired';
  if (decision.kind === 'approve' || issued === 'expired' || issued.disposition !== 'issued') return issued;
  const revocation = { reason: decision.reason, when: desk.now };
  return revokedDecision(issued, revocation, 'Revoked by the script of the deployment');
}
