import { define } from './command-error.ts';

/** Errors about certificates of the stores: what is looked up, exported, moved or made there. */
export const CERTIFICATE_STORE_ERRORS = {
  CertificateNotFound: define<{ readonly thumbprint: string }>({
    exceptionType: 'System.ArgumentException',
    category: 'ObjectNotFound',
    message: ({ thumbprint }) => `There is no certificate with the thumbprint "${thumbprint}" in the store.`,
    advice: () => 'Run "cscert certificate list" to see the certificates of this deployment and computer.',
  }),
  KeyNotExportable: define<{ readonly thumbprint: string }>({
    exceptionType: 'System.InvalidOperationException',
    category: 'PermissionDenied',
    message: ({ thumbprint }) =>
      `The private key of the certificate "${thumbprint}" is not exportable. Request the certificate with -PrivateKeyExportable $true.`,
  }),
  PrivateKeyAbsent: define<{ readonly thumbprint: string }>({
    exceptionType: 'System.InvalidOperationException',
    category: 'InvalidOperation',
    message: ({ thumbprint }) => `The certificate "${thumbprint}" has no private key in the store.`,
    advice: () => 'Export the certificate without its key, or import it together with its key first.',
  }),
  RequestNotMoved: define<{ readonly thumbprint: string }>({
    exceptionType: 'System.NotSupportedException',
    category: 'InvalidOperation',
    message: ({ thumbprint }) =>
      `The certificate "${thumbprint}" stands for a certificate request that waits, and cannot be moved.`,
    advice: () => 'Import the certificate that answers the request, or clear the request.',
  }),
  ExportNotWritten: define<{ readonly path: string; readonly reason: string }>({
    exceptionType: 'System.IO.IOException',
    category: 'WriteError',
    message: ({ path, reason }) => `The file "${path}" cannot be written: ${reason}.`,
    advice: () => 'Specify another file.',
  }),
  ExportFileExists: define<{ readonly path: string }>({
    exceptionType: 'System.IO.IOException',
    category: 'ResourceExists',
    message: ({ path }) => `The file "${path}" cannot be written: it exists, and -NoClobber was specified.`,
    advice: () => 'Specify another file, or omit -NoClobber.',
  }),
  ExportFileReadOnly: define<{ readonly path: string }>({
    exceptionType: 'System.IO.IOException',
    category: 'PermissionDenied',
    message: ({ path }) => `The file "${path}" cannot be written: it is read-only; -Force replaces it.`,
    advice: () => 'Specify another file, or -Force.',
  }),
  SelfSignedNameMissing: define<Record<never, never>>({
    exceptionType: 'System.ArgumentException',
    category: 'InvalidArgument',
    message: () => 'The certificate has no name. Specify -DnsName or -Subject.',
  }),
  SelfSignedValueRefused: define<{ readonly parameter: string; readonly value: string; readonly reason: string }>({
    exceptionType: 'System.ArgumentException',
    category: 'InvalidArgument',
    message: ({ parameter, value, reason }) =>
      `The value "${value}" of -${parameter} cannot be used: ${reason}. No certificate was created.`,
  }),
};
