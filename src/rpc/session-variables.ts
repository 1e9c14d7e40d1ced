import { validateSessionVariablesParams } from '../generated/method-validators.js';
import type { EnvironmentLookup } from '../ports/deployment-source.ts';
import type { Method } from './connection.ts';
import { InvalidParams } from './invalid-params.ts';
import { describeProblem } from './messages.ts';

/** The method `sessionVariables`: the Windows variables to set for a session; it asks which are there already. */
export function sessionVariablesMethod(
  variables: (environment: EnvironmentLookup) => Promise<Readonly<Record<string, string>>>,
): Method {
  return async (params, host) => {
    if (!validateSessionVariablesParams(params)) {
      throw new InvalidParams(describeProblem(validateSessionVariablesParams));
    }
    return { variables: await variables((name) => host.environmentVariable(name)) };
  };
}
