import { define } from './command-error.ts';

/** Errors about certification authorities and what they answer (domain facts 4.6). */
export const AUTHORITY_ERRORS = {
  CertificationAuthorityNotFound: define<{ readonly config: string; readonly known: readonly string[] }>({
    exceptionType: 'System.ArgumentException',
    category: 'ObjectNotFound',
    message: ({ config }) =>
      `Unable to contact certification authority "${config}". The deployment has no certification authority of this name.`,
    advice: ({ known }) =>
      known.length === 0
        ? 'Add the certification authority to the deployment.'
        : `Use one of the deployment's certification authorities: ${known.map((name) => `"${name}"`).join(', ')}.`,
  }),
  CertificationAuthorityUnreachable: define<{ readonly config: string; readonly reason: string }>({
    exceptionType: 'System.ArgumentException',
    category: 'ConnectionError',
    message: ({ config, reason }) => `Unable to contact certification authority "${config}". ${reason}`,
    hresult: 0x800706ba,
    retryable: true,
  }),
  CertificationAuthorityLogonFailed: define<{ readonly config: string }>({
    exceptionType: 'System.ArgumentException',
    category: 'PermissionDenied',
    message: ({ config }) =>
      `Unable to contact certification authority "${config}". Make sure that you may request certificates from it, and that you logged on with the correct credentials.`,
    hresult: 0x80070005,
  }),
  /** The CA's own words first; scripts look for them, and cut at the second sentence. */
  CertificateRequestDenied: define<{ readonly config: string; readonly message: string }>({
    exceptionType: 'Microsoft.Rtc.Management.Common.Certificates.CertificateException',
    category: 'PermissionDenied',
    message: ({ config, message }) =>
      `${message}${/[.!?]$/.test(message) ? '' : '.'} The certification authority "${config}" issued no certificate.`,
  }),
  CertificationAuthorityMisconfigured: define<{ readonly config: string; readonly reason: string }>({
    exceptionType: 'System.InvalidOperationException',
    category: 'ResourceUnavailable',
    message: ({ config, reason }) =>
      `The certification authority "${config}" is not set up to issue certificates. ${reason}`,
  }),
  CertificationAuthorityUnsupported: define<{ readonly config: string; readonly reason: string }>({
    exceptionType: 'System.NotSupportedException',
    category: 'NotImplemented',
    message: ({ config, reason }) => `The certification authority "${config}" does not support this request. ${reason}`,
  }),
  CertificationAuthorityNotChosen: define<{ readonly known: readonly string[] }>({
    exceptionType: 'System.ArgumentException',
    category: 'InvalidArgument',
    message: ({ known }) =>
      known.length === 0
        ? 'The deployment has no certification authority. Add one to deployment.json.'
        : `The deployment has several certification authorities. Say which one is meant: ${known.map((name) => `"${name}"`).join(', ')}.`,
  }),
  EmulatedRequestNotFound: define<{ readonly requestId: number; readonly config: string }>({
    exceptionType: 'Microsoft.Rtc.Management.Common.Certificates.CertificateException',
    category: 'ObjectNotFound',
    message: ({ requestId, config }) =>
      `The requested property value is empty. 0x80094004 (-2146877436 CERTSRV_E_PROPERTY_EMPTY) The certification authority "${config}" has no request with the number "${requestId}".`,
    hresult: 0x80094004,
  }),
  EmulatedRequestSettled: define<{
    readonly requestId: number;
    readonly config: string;
    readonly action: 'approved' | 'denied' | 'revoked';
    readonly disposition: string;
  }>({
    exceptionType: 'Microsoft.Rtc.Management.Common.Certificates.CertificateException',
    category: 'InvalidOperation',
    message: ({ requestId, config, action, disposition }) =>
      `The request's current status does not allow this operation. 0x80094003 (-2146877437 CERTSRV_E_BAD_REQUESTSTATUS) The request "${requestId}" of the certification authority "${config}" is ${disposition}, so it cannot be ${action}.`,
    hresult: 0x80094003,
  }),
  DenialCodeInvalid: define<{ readonly code: string }>({
    exceptionType: 'System.ArgumentException',
    category: 'InvalidArgument',
    message: ({ code }) =>
      `The HRESULT ${code} is not the code of a failure, which a denial needs. Use one such as 0x80094012.`,
  }),
  InvalidCertificate: define<Record<never, never>>({
    exceptionType: 'Microsoft.Rtc.Management.Common.Certificates.CertificateException',
    category: 'InvalidData',
    message: () => 'The certification authority answered with data that is not an X.509 certificate.',
    advice: () => 'Nothing was imported; ask whoever runs the certification authority.',
  }),
};
