import type { Actor } from '../domain/request/stored-request.ts';
import type { CallContext } from './call-context.ts';
import type { Deps } from './deps.ts';

/** Who does something now. The process is the engine's, not PowerShell's: its end is what leaves a step half done. */
export function actorOf(deps: Deps, { user, connectedUser, computer }: CallContext): Actor {
  const { id: processId, mark } = deps.processes;
  return {
    osUser: user,
    connectedUser,
    host: computer,
    processId,
    ...(mark !== '' && { processMark: mark }),
    at: deps.clock.now(),
  };
}
