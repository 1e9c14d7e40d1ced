import type { CallContext } from '../app/call-context.ts';
import type { Host } from '../ports/host.ts';
import { withCommandErrors } from './as-command-error.ts';
import type { Method } from './connection.ts';
import { InvalidParams } from './invalid-params.ts';
import { describeProblem } from './messages.ts';

/** A validator compiled from the JSON Schema of a method's params, which is their source. */
export type ParamsValidator = ((params: unknown) => boolean) & Parameters<typeof describeProblem>[0];

/** Fields of params, beside which stands who calls. */
export type Called<Fields> = Fields & { readonly context: CallContext };

/**
 * A method whose params fit their schema, and are of the type that it describes. Every failure is one that a user may
 * see, or a fault of the params; a method without a result answers null.
 */
export function schemaMethod<Params>(
  validator: ParamsValidator,
  run: (params: Params, host: Host) => Promise<unknown>,
): Method {
  const fits = (params: unknown): params is Params => validator(params);
  return withCommandErrors(async (params, host) => {
    if (!fits(params)) throw new InvalidParams(describeProblem(validator));
    return (await run(params, host)) ?? null;
  });
}
