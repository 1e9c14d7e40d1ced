import type { Behaviour, DecisionTime, ScriptedDecision } from '../../../domain/authority/behaviour.ts';
import { ADMIN_DENIED_REQUEST, denialMessage, parseHresult } from '../../../domain/authority/denial-codes.ts';
import type { BehaviourDocument, DecisionTimeDocument } from './deployment-document.ts';

/** A behaviour that `behaviourProblems` found nothing wrong with. */
export function readBehaviour(document: BehaviourDocument): Behaviour {
  const { unreachable, refuseCredentials, delayMilliseconds } = document;
  const decision = readDecision(document);
  return {
    ...(decision !== undefined && { decision }),
    ...(unreachable !== undefined && unreachable !== false && { unreachable: readUnreachability(unreachable) }),
    ...(refuseCredentials !== undefined && { refuseCredentials }),
    ...(delayMilliseconds !== undefined && { delayMilliseconds }),
  };
}

function readDecision({ approve, deny, revoke }: BehaviourDocument): ScriptedDecision | undefined {
  if (approve !== undefined) return { kind: 'approve', when: decisionTime(approve) ?? { afterPolls: 0 } };
  if (deny !== undefined) {
    const hresult = parseHresult(deny.hresult ?? '') ?? ADMIN_DENIED_REQUEST;
    return { kind: 'deny', when: decisionTime(deny), hresult, message: deny.message ?? denialMessage(hresult) };
  }
  if (revoke !== undefined) {
    return {
      kind: 'revoke',
      when: decisionTime(revoke) ?? { afterPolls: 0 },
      reason: revoke.reason ?? 'unspecified',
    };
  }
  return undefined;
}

function decisionTime({ afterPolls, afterSeconds }: DecisionTimeDocument): DecisionTime | undefined {
  if (afterPolls !== undefined) return { afterPolls };
  return afterSeconds === undefined ? undefined : { afterSeconds };
}

function readUnreachability(unreachable: Exclude<BehaviourDocument['unreachable'], boolean | undefined> | true) {
  if (unreachable === true) return 'always';
  return { submissions: unreachable.submissions ?? 0, polls: unreachable.polls ?? 0 };
}
