import { define } from './command-error.ts';

/** Errors about certificate requests: what would stand in one, and what became of it. */
export const REQUEST_ERRORS = {
  InvalidDnsName: define<{ readonly name: string; readonly problem: string }>({
    exceptionType: 'System.ArgumentException',
    category: 'InvalidArgument',
    message: ({ name, problem }) => `The name "${name}" is not a valid DNS name: ${problem}.`,
    advice: () => 'Specify host names of letters, digits and hyphens, with dots between their parts.',
  }),
  NameAttributeTooLong: define<{ readonly attribute: string; readonly value: string; readonly limit: number }>({
    exceptionType: 'System.ArgumentException',
    category: 'InvalidArgument',
    message: ({ attribute, value, limit }) =>
      `The value "${value}" of "${attribute}" in the subject name is longer than ${limit} characters, which X.509 does not allow. Use a shorter value.`,
  }),
  NameAttributeNotText: define<{ readonly attribute: string; readonly value: string }>({
    exceptionType: 'System.ArgumentException',
    category: 'InvalidArgument',
    message: ({ attribute, value }) =>
      `The value "${value}" of "${attribute}" in the subject name is empty or contains a character that cannot be encoded. Use another value.`,
  }),
  MissingSubjectName: define<Record<never, never>>({
    exceptionType: 'System.InvalidOperationException',
    category: 'InvalidData',
    message: () => 'The certificate request has no subject name. A certificate request needs a common name.',
  }),
  DuplicateAlternativeName: define<{ readonly name: string }>({
    exceptionType: 'System.InvalidOperationException',
    category: 'InvalidData',
    message: ({ name }) => `The certificate request contains the alternative name "${name}" more than once.`,
    advice: () => 'Specify each name once.',
  }),
  /** The words of a CA's database on a SAN over its column's limit; two blanks where shown (domain facts 4.6, transcript). */
  AlternativeNamesTooLong: define<Record<never, never>>({
    exceptionType: 'Microsoft.Rtc.Management.Common.Certificates.CertificateException',
    category: 'InvalidData',
    message: () =>
      'Error Parsing Request  The length of the field exceeds the maximum length.  0xc80005e2 (ESE: -1056)',
    advice: () => 'Request fewer alternative names: split them over several certificates, or use wildcard names.',
    hresult: 0xc80005e2,
  }),
  RequestTakenOver: define<{ readonly requestId: number; readonly state: string }>({
    exceptionType: 'System.InvalidOperationException',
    category: 'InvalidOperation',
    message: ({ requestId, state }) =>
      `Another process moved the request "${requestId}" on in the meantime; its state is now "${state}". Nothing more was done here.`,
    advice: () => 'Run Request-CsCertificate -List to see the requests as they are.',
  }),
  RequestNotFound: define<{ readonly requestId: number }>({
    exceptionType: 'Microsoft.Rtc.Management.Common.Certificates.CertificateException',
    category: 'ObjectNotFound',
    message: ({ requestId }) =>
      `The requested property value is empty. 0x80094004 (-2146877436 CERTSRV_E_PROPERTY_EMPTY) There is no certificate request with the request ID "${requestId}".`,
    advice: () => 'Run Request-CsCertificate -List to see the open requests.',
    hresult: 0x80094004,
  }),
  CertificateNotForRequest: define<{ readonly config: string; readonly thumbprint: string }>({
    exceptionType: 'Microsoft.Rtc.Management.Common.Certificates.CertificateException',
    category: 'SecurityError',
    message: ({ config, thumbprint }) =>
      `The certificate "${thumbprint}" that the certification authority "${config}" sent does not belong to the request. It was not imported.`,
  }),
  IssuedCertificateRefused: define<{ readonly config: string; readonly requestId: number; readonly reason: string }>({
    exceptionType: 'Microsoft.Rtc.Management.Common.Certificates.CertificateException',
    category: 'SecurityError',
    message: ({ config, requestId, reason }) =>
      `The certificate that the certification authority "${config}" issued for the request "${requestId}" was not imported: ${reason}. The request and its private key are kept.`,
  }),
  /** The page's rule: retrieval fails while a revoked request is there, and -Clear cures it. */
  RequestRevoked: define<{ readonly requestId: number }>({
    exceptionType: 'Microsoft.Rtc.Management.Common.Certificates.CertificateException',
    category: 'InvalidOperation',
    message: ({ requestId }) =>
      `The certificate request "${requestId}" is revoked, and only requests that are issued, denied or pending can be retrieved. Nothing was retrieved. Remove it with Request-CsCertificate -Clear -RequestId ${requestId}`,
  }),
  RetrievedRequestDenied: define<{ readonly requestId: number; readonly message: string }>({
    exceptionType: 'Microsoft.Rtc.Management.Common.Certificates.CertificateException',
    category: 'PermissionDenied',
    message: ({ requestId, message }) =>
      `The certificate request "${requestId}" was denied. The disposition message is "${message}". Its private key was destroyed.`,
  }),
  RequestNeverArrived: define<{ readonly requestId: number; readonly config: string }>({
    exceptionType: 'Microsoft.Rtc.Management.Common.Certificates.CertificateException',
    category: 'ObjectNotFound',
    message: ({ requestId, config }) =>
      `The certification authority "${config}" never received the certificate request "${requestId}". It was removed with its private key; request the certificate again.`,
  }),
};
