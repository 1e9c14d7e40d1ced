import { displayText } from '../domain/display-text.ts';
import { commandError } from '../domain/errors/catalogue.ts';
import { type CommandError, isCommandError } from '../domain/errors/command-error.ts';
import type { Method } from './connection.ts';
import { isInvalidParams } from './invalid-params.ts';

/** Any thrown value as an error of the catalogue. */
export function asCommandError(thrown: unknown): CommandError {
  if (isCommandError(thrown)) return thrown;
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  return commandError('InternalError', { detail: displayText(detail, 400) }, { cause: thrown });
}

/** A method whose every failure is one that a user may see, or a fault of the call's params. */
export function withCommandErrors(method: Method): Method {
  return async (params, host) => {
    try {
      return await method(params, host);
    } catch (error) {
      throw isInvalidParams(error) ? error : asCommandError(error);
    }
  };
}
