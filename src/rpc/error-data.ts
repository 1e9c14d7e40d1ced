import type { CommandError, ErrorCategory, ExceptionType } from '../domain/errors/command-error.ts';
import { shownText } from '../domain/errors/shown-text.ts';

/** JSON-RPC error code of everything a user may see; the details are in `data`. */
export const COMMAND_FAILED = -32000;

/** How an error crosses the wire; PowerShell throws the .NET exception from it. */
export interface ErrorData {
  readonly code: string;
  readonly exceptionType: ExceptionType;
  readonly category: ErrorCategory;
  readonly message: string;
  /** What is shown behind the prefix, where that is more than the message. */
  readonly shown?: string;
  readonly advice?: string;
  readonly hresult?: number;
  readonly target?: string;
}

export function errorData(error: CommandError): ErrorData {
  const shown = shownText(error);
  return {
    code: error.code,
    exceptionType: error.exceptionType,
    category: error.category,
    message: error.message,
    ...(shown === error.message ? {} : { shown }),
    ...(error.advice === undefined ? {} : { advice: error.advice }),
    ...(error.hresult === undefined ? {} : { hresult: error.hresult }),
    ...(error.target === undefined ? {} : { target: error.target }),
  };
}
