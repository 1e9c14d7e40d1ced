import { displayText } from '../display-text.ts';

/** The .NET exception types that scripts catch. */
export type ExceptionType =
  | 'System.ArgumentException'
  | 'System.InvalidOperationException'
  | 'System.IO.IOException'
  | 'System.UnauthorizedAccessException'
  | 'System.NotSupportedException'
  | 'System.TimeoutException'
  | 'System.Security.Cryptography.CryptographicException'
  | 'Microsoft.Rtc.Management.Common.Certificates.CertificateException';

/** Names of System.Management.Automation.ErrorCategory that the catalogue uses. */
export type ErrorCategory =
  | 'InvalidArgument'
  | 'InvalidData'
  | 'InvalidOperation'
  | 'ObjectNotFound'
  | 'PermissionDenied'
  | 'ResourceExists'
  | 'ResourceUnavailable'
  | 'ConnectionError'
  | 'SecurityError'
  | 'WriteError'
  | 'ReadError'
  | 'NotImplemented';

/** One row of the catalogue: all that a user sees of an error, and what a program may do about it. */
export interface ErrorDefinition<Arguments> {
  readonly exceptionType: ExceptionType;
  readonly category: ErrorCategory;
  /** The inner message: one or more sentences. PowerShell shows it behind `Command execution failed: `. */
  readonly message: (args: Arguments) => string;
  /** One sentence on what to do, or undefined where the message already says it. */
  readonly advice?: (args: Arguments) => string;
  /** HRESULT, where a CA gave one. */
  readonly hresult?: number;
  readonly retryable?: boolean;
}

/** Types a catalogue row by its arguments; the row's key is its FullyQualifiedErrorId. */
export function define<Arguments>(definition: ErrorDefinition<Arguments>): ErrorDefinition<Arguments> {
  return definition;
}

export interface CommandErrorFields {
  readonly code: string;
  readonly exceptionType: ExceptionType;
  readonly category: ErrorCategory;
  readonly message: string;
  readonly advice: string | undefined;
  readonly hresult: number | undefined;
  readonly retryable: boolean;
  readonly target: string | undefined;
}

/** An error that a user may see. Only `commandError` of the catalogue makes one. */
export class CommandError extends Error implements CommandErrorFields {
  readonly code: string;
  readonly exceptionType: ExceptionType;
  readonly category: ErrorCategory;
  readonly advice: string | undefined;
  readonly hresult: number | undefined;
  readonly retryable: boolean;
  readonly target: string | undefined;

  constructor(fields: CommandErrorFields, cause?: unknown) {
    super(displayText(fields.message), cause === undefined ? undefined : { cause });
    this.name = 'CommandError';
    this.code = fields.code;
    this.exceptionType = fields.exceptionType;
    this.category = fields.category;
    this.advice = fields.advice;
    this.hresult = fields.hresult;
    this.retryable = fields.retryable;
    this.target = fields.target;
  }
}

/**
 * Tells an error of the catalogue from any other. `instanceof` does not do where an error crosses from one bundle into
 * another: each has a class of its own.
 */
export function isCommandError(thrown: unknown): thrown is CommandError {
  return thrown instanceof Error && thrown.name === 'CommandError' && 'exceptionType' in thrown && 'code' in thrown;
}
