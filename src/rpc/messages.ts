import {
  validateHelloParams,
  validateIncomingMessage,
  validateProceedResult,
  validateValueResult,
} from '../generated/rpc-validators.js';

export { validateHelloParams, validateIncomingMessage, validateProceedResult, validateValueResult };

export function isHelloParams(params: unknown): params is { readonly protocol: number } {
  return validateHelloParams(params);
}

export function isProceedResult(result: unknown): result is { readonly proceed: boolean } {
  return validateProceedResult(result);
}

export function isValueResult(result: unknown): result is { readonly value: string | null } {
  return validateValueResult(result);
}

interface Validated {
  readonly errors?: readonly { readonly instancePath: string; readonly message?: string }[] | null;
}

/** What a validator found last, as the end of a sentence for the developer of the other side. */
export function describeProblem(validator: Validated): string {
  const first = validator.errors?.[0];
  return first === undefined ? 'The message does not fit its schema.' : `${first.instancePath || '/'} ${first.message}`;
}
