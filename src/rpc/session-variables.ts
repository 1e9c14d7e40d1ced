import { validateSessionVariablesParams } from '../generated/method-validators.js';
import type { EnvironmentLookup } from '../ports/deployment-source.ts';
import type { Method } from './connection.ts';
import { schemaMethod } from './schema-method.ts';

/** The method `sessionVariables`: the Windows variables to set for a session; it asks which are there already. */
export function sessionVariablesMethod(
  variables: (environment: EnvironmentLookup) => Promise<Readonly<Record<string, string>>>,
): Method {
  return schemaMethod<object>(validateSessionVariablesParams, async (_, host) => ({
    variables: await variables((name) => host.environmentVariable(name)),
  }));
}
