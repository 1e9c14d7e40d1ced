import type { AuthorityVerbs } from '../app/authority/authority-verbs.ts';
import type {
  EmulatedDenial,
  EmulatedRequestChoice,
  EmulatedRevocation,
} from '../app/authority/decide-emulated-request.ts';
import type { EmulatedRequestFilter } from '../app/authority/list-emulated-requests.ts';
import {
  validateEmulatorApproveParams,
  validateEmulatorDenyParams,
  validateEmulatorGetRequestsParams,
  validateEmulatorResetParams,
  validateEmulatorRevokeParams,
} from '../generated/method-validators.js';
import type { EngineMethods } from './methods.ts';
import { type Called, schemaMethod } from './schema-method.ts';

type Emulator = Pick<EngineMethods, Extract<keyof EngineMethods, `emulator/${string}`>>;

/** The methods of the operator of the embedded CAs. Their params are those of the verbs; the JSON Schemas are the source. */
export function emulatorMethods(verbs: AuthorityVerbs): Emulator {
  return {
    'emulator/getRequests': schemaMethod<Called<EmulatedRequestFilter>>(
      validateEmulatorGetRequestsParams,
      (filter, host) => verbs.getRequests(filter, host),
    ),
    'emulator/approve': schemaMethod<Called<EmulatedRequestChoice>>(validateEmulatorApproveParams, (choice, host) =>
      verbs.approve(choice, choice.context, host),
    ),
    'emulator/deny': schemaMethod<Called<EmulatedDenial>>(validateEmulatorDenyParams, (denial, host) =>
      verbs.deny(denial, denial.context, host),
    ),
    'emulator/revoke': schemaMethod<Called<EmulatedRevocation>>(validateEmulatorRevokeParams, (revocation, host) =>
      verbs.revoke(revocation, revocation.context, host),
    ),
    'emulator/reset': schemaMethod<Called<{ readonly ca?: string }>>(validateEmulatorResetParams, (choice, host) =>
      verbs.reset(choice, host),
    ),
  };
}
