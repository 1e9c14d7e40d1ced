import { define } from './command-error.ts';

/** Errors about the values a caller gave (domain facts 4.5, 4.6 and 10). */
export const PARAMETER_ERRORS = {
  MissingRequestTarget: define<Record<never, never>>({
    exceptionType: 'System.ArgumentException',
    category: 'InvalidArgument',
    message: () =>
      'Neither a certification authority nor an output file was specified. Use -CA to submit the request to a certification authority, or -Output to write an offline request file.',
  }),
  ConflictingRequestTarget: define<Record<never, never>>({
    exceptionType: 'System.ArgumentException',
    category: 'InvalidArgument',
    message: () =>
      'Both a certification authority and an output file were specified. Use either -CA for an online request or -Output for an offline request, not both.',
  }),
  UnknownCertificateType: define<{ readonly type: string }>({
    exceptionType: 'System.ArgumentException',
    category: 'InvalidArgument',
    message: ({ type }) =>
      `The certificate type "${type}" is not known. Specify a value of CertType, for example Default.`,
  }),
  NoCertificateType: define<Record<never, never>>({
    exceptionType: 'System.ArgumentException',
    category: 'InvalidArgument',
    message: () => 'The value of -Type is an empty list. Specify at least one certificate type, for example Default.',
  }),
  InvalidKeySize: define<{ readonly keySize: number }>({
    exceptionType: 'System.ArgumentException',
    category: 'InvalidArgument',
    message: ({ keySize }) => `The key size "${keySize}" is not valid. Valid key sizes are 1024, 2048 and 4096.`,
  }),
  InvalidCountry: define<{ readonly country: string }>({
    exceptionType: 'System.ArgumentException',
    category: 'InvalidArgument',
    message: ({ country }) =>
      `The country/region "${country}" is not valid. Use the two-letter code of ISO 3166, for example US.`,
  }),
  MissingCaPassword: define<{ readonly account: string }>({
    exceptionType: 'System.ArgumentException',
    category: 'InvalidArgument',
    message: ({ account }) =>
      `No password was specified for the account "${account}". Use -CaPassword together with -CaAccount.`,
  }),
  MissingCaAccount: define<Record<never, never>>({
    exceptionType: 'System.ArgumentException',
    category: 'InvalidArgument',
    message: () => 'A password was specified without an account. Use -CaAccount together with -CaPassword.',
  }),
  ParameterNotOneLine: define<{ readonly parameter: string }>({
    exceptionType: 'System.ArgumentException',
    category: 'InvalidArgument',
    message: ({ parameter }) =>
      `The value of -${parameter} contains a line break or another control character. Specify it on one line.`,
  }),
  ParameterTooLong: define<{ readonly parameter: string; readonly limit: number }>({
    exceptionType: 'System.ArgumentException',
    category: 'InvalidArgument',
    message: ({ parameter, limit }) =>
      `The value of -${parameter} is longer than ${limit} characters. Specify a shorter value.`,
  }),
  OutputNotFileSystem: define<{ readonly parameter: string; readonly path: string; readonly provider: string }>({
    exceptionType: 'System.ArgumentException',
    category: 'InvalidArgument',
    message: ({ parameter, path, provider }) =>
      `The path "${path}" of -${parameter} is on the provider "${provider}". Specify a path of the file system.`,
  }),
  OutputPathRefused: define<{ readonly parameter: string; readonly path: string; readonly reason: string }>({
    exceptionType: 'System.ArgumentException',
    category: 'InvalidArgument',
    message: ({ parameter, path, reason }) =>
      `The path "${path}" cannot be used for -${parameter}: ${reason}. Specify another path.`,
  }),
  OutputFileExists: define<{ readonly path: string }>({
    exceptionType: 'System.IO.IOException',
    category: 'ResourceExists',
    message: ({ path }) =>
      `The file "${path}" exists and is not a certificate request. Specify another file, or use -Force to replace it.`,
  }),
  FileNotWritten: define<{ readonly parameter: string; readonly path: string; readonly reason: string }>({
    exceptionType: 'System.IO.IOException',
    category: 'WriteError',
    message: ({ parameter, path, reason }) =>
      `The file "${path}" of -${parameter} cannot be written: ${reason}. Nothing was requested or changed.`,
  }),
  InternalError: define<{ readonly detail: string }>({
    exceptionType: 'System.InvalidOperationException',
    category: 'InvalidOperation',
    message: ({ detail }) => `An unexpected error occurred: ${detail}. Nothing more was done.`,
    advice: () => 'Repeat the command with -Verbose and report the text with the log file.',
  }),
};
