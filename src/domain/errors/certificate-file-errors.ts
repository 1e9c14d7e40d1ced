import { define } from './command-error.ts';

/** Errors about the files that certificates come from. Windows reports both kinds as cryptographic errors. */
export const CERTIFICATE_FILE_ERRORS = {
  CertificateFileNotRead: define<{ readonly path: string; readonly reason: string }>({
    exceptionType: 'System.IO.IOException',
    category: 'ReadError',
    message: ({ path, reason }) => `The certificate file "${path}" cannot be read: ${reason}. Nothing was imported.`,
  }),
  /** ERROR_INVALID_PASSWORD, in the words of Windows. */
  CertificateFilePasswordWrong: define<Record<never, never>>({
    exceptionType: 'System.Security.Cryptography.CryptographicException',
    category: 'SecurityError',
    message: () => 'The specified network password is not correct.',
    advice: () => 'Specify the password of the file with -Password, in plain text.',
    hresult: 0x80070056,
  }),
  /** CRYPT_E_NOT_FOUND. */
  CertificateFileInvalid: define<{ readonly path: string; readonly reason: string }>({
    exceptionType: 'System.Security.Cryptography.CryptographicException',
    category: 'InvalidData',
    message: ({ path, reason }) => `The certificate file "${path}" cannot be used: ${reason}. Nothing was imported.`,
    hresult: 0x80092009,
  }),
  CertificateFileNotAssignable: define<{ readonly path: string; readonly reason: string }>({
    exceptionType: 'System.InvalidOperationException',
    category: 'InvalidData',
    message: ({ path, reason }) =>
      `The certificate file "${path}" does not say which certificate is to be assigned: ${reason} its private key. Nothing was imported.`,
    advice: () =>
      'Import the file with Import-CsCertificate -Path alone, then assign one certificate with Set-CsCertificate -Thumbprint.',
  }),
};
