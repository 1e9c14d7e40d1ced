import { displayText } from '../domain/display-text.ts';
import { commandError } from '../domain/errors/catalogue.ts';
import {
  type CommandError,
  type ErrorCategory,
  type ExceptionType,
  isCommandError,
} from '../domain/errors/command-error.ts';

/** JSON-RPC error code of everything a user may see; the details are in `data`. */
export const COMMAND_FAILED = -32000;

/** How an error crosses the wire; PowerShell throws the .NET exception from it. */
export interface ErrorData {
  readonly code: string;
  readonly exceptionType: ExceptionType;
  readonly category: ErrorCategory;
  readonly message: string;
  readonly advice?: string;
  readonly hresult?: number;
  readonly target?: string;
}

/** Any thrown value as an error of the catalogue. */
export function asCommandError(thrown: unknown): CommandError {
  if (isCommandError(thrown)) return thrown;
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  return commandError('InternalError', { detail: displayText(detail, 400) }, { cause: thrown });
}

export function errorData(error: CommandError): ErrorData {
  return {
    code: error.code,
    exceptionType: error.exceptionType,
    category: error.category,
    message: error.message,
    ...(error.advice === undefined ? {} : { advice: error.advice }),
    ...(error.hresult === undefined ? {} : { hresult: error.hresult }),
    ...(error.target === undefined ? {} : { target: error.target }),
  };
}
