import type { AuthorityVerbs } from '../app/authority-verbs.ts';
import type { CallContext } from '../app/call-context.ts';
import type { EmulatedDenial, EmulatedRequestChoice, EmulatedRevocation } from '../app/decide-emulated-request.ts';
import type { EmulatedRequestFilter } from '../app/list-emulated-requests.ts';
import {
  validateEmulatorApproveParams,
  validateEmulatorDenyParams,
  validateEmulatorGetRequestsParams,
  validateEmulatorResetParams,
  validateEmulatorRevokeParams,
} from '../generated/method-validators.js';
import type { Host } from '../ports/host.ts';
import type { Method } from './connection.ts';
import { InvalidParams } from './invalid-params.ts';
import { describeProblem } from './messages.ts';
import type { EngineMethods } from './methods.ts';

type Emulator = Pick<EngineMethods, Extract<keyof EngineMethods, `emulator/${string}`>>;
type Called<Parameters> = Parameters & { readonly context: CallContext };
type Validator = typeof validateEmulatorApproveParams;

/** The methods of the operator of the embedded CAs. Their params are those of the verbs; the JSON Schemas are the source. */
export function emulatorMethods(verbs: AuthorityVerbs): Emulator {
  return {
    'emulator/getRequests': method<EmulatedRequestFilter>(validateEmulatorGetRequestsParams, (filter, host) =>
      verbs.getRequests(filter, host),
    ),
    'emulator/approve': method<EmulatedRequestChoice>(validateEmulatorApproveParams, (choice, host) =>
      verbs.approve(choice, choice.context, host),
    ),
    'emulator/deny': method<EmulatedDenial>(validateEmulatorDenyParams, (denial, host) =>
      verbs.deny(denial, denial.context, host),
    ),
    'emulator/revoke': method<EmulatedRevocation>(validateEmulatorRevokeParams, (revocation, host) =>
      verbs.revoke(revocation, revocation.context, host),
    ),
    'emulator/reset': method<{ readonly ca?: string }>(validateEmulatorResetParams, (choice, host) =>
      verbs.reset(choice, host),
    ),
  };
}

/** A method whose params fit a schema; its result is what the host was told. */
function method<Parameters>(
  validator: Validator,
  run: (params: Called<Parameters>, host: Host) => Promise<void>,
): Method {
  const fits = (params: unknown): params is Called<Parameters> => validator(params);
  return async (params, host) => {
    if (!fits(params)) throw new InvalidParams(describeProblem(validator));
    await run(params, host);
    return null;
  };
}
