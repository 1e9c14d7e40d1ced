import { ASSIGNMENT_ERRORS } from './assignment-errors.ts';
import { AUTHORITY_ERRORS } from './authority-errors.ts';
import { CERTIFICATE_FILE_ERRORS } from './certificate-file-errors.ts';
import { CERTIFICATE_STORE_ERRORS } from './certificate-store-errors.ts';
import { CommandError, type ErrorDefinition } from './command-error.ts';
import { DEPLOYMENT_ERRORS } from './deployment-errors.ts';
import { INSTALLATION_ERRORS } from './installation-errors.ts';
import { NAME_ERRORS } from './name-errors.ts';
import { PARAMETER_ERRORS } from './parameter-errors.ts';
import { REQUEST_ERRORS } from './request-errors.ts';
import { SELECTION_ERRORS } from './selection-errors.ts';
import { STORE_ERRORS } from './store-errors.ts';
import { TOPOLOGY_ERRORS } from './topology-errors.ts';

/** Every error a user can see; the key is its FullyQualifiedErrorId. One file a subject. */
export const ERROR_CATALOGUE = {
  ...PARAMETER_ERRORS,
  ...NAME_ERRORS,
  ...DEPLOYMENT_ERRORS,
  ...TOPOLOGY_ERRORS,
  ...SELECTION_ERRORS,
  ...REQUEST_ERRORS,
  ...ASSIGNMENT_ERRORS,
  ...AUTHORITY_ERRORS,
  ...CERTIFICATE_FILE_ERRORS,
  ...CERTIFICATE_STORE_ERRORS,
  ...STORE_ERRORS,
  ...INSTALLATION_ERRORS,
};

export type ErrorCode = keyof typeof ERROR_CATALOGUE;
type ArgumentsOf<Code extends ErrorCode> =
  (typeof ERROR_CATALOGUE)[Code] extends ErrorDefinition<infer Arguments> ? Arguments : never;

/** The only maker of errors that a user sees. `target` becomes the ErrorRecord's TargetObject. */
export function commandError<Code extends ErrorCode>(
  code: Code,
  args: ArgumentsOf<Code>,
  options: { readonly target?: string; readonly cause?: unknown; readonly hresult?: number } = {},
): CommandError {
  const definition = ERROR_CATALOGUE[code] as ErrorDefinition<ArgumentsOf<Code>>;
  return new CommandError(
    {
      code,
      exceptionType: definition.exceptionType,
      category: definition.category,
      message: definition.message(args),
      advice: definition.advice?.(args),
      hresult: options.hresult ?? definition.hresult,
      retryable: definition.retryable ?? false,
      target: options.target,
    },
    options.cause,
  );
}
