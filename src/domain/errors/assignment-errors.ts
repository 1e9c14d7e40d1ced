import type { CertificateUse } from '../certificate-use.ts';
import { define } from './command-error.ts';

/** Errors about assigning certificates to services (domain facts 4.6, 7.1 and 7.3). */
export const ASSIGNMENT_ERRORS = {
  IdentityNotKnown: define<{ readonly identity: string }>({
    exceptionType: 'System.ArgumentException',
    category: 'InvalidArgument',
    message: ({ identity }) =>
      `The identity "${identity}" is not valid for certificates. Specify Global, or omit -Identity for this computer.`,
  }),
  NetportIdNotSupported: define<{ readonly product: string }>({
    exceptionType: 'System.ArgumentException',
    category: 'InvalidArgument',
    message: ({ product }) =>
      `The parameter NetportId belongs to Lync Server 2010 only, where it is reserved, and the deployment is of ${product}. Omit -NetportId.`,
  }),
  ThumbprintNotValid: define<{ readonly thumbprint: string; readonly problem: string }>({
    exceptionType: 'System.ArgumentException',
    category: 'InvalidArgument',
    message: ({ thumbprint, problem }) =>
      `The thumbprint "${thumbprint}" is not valid: ${problem}. A thumbprint has 40 hexadecimal digits; Get-ChildItem Cert:\\LocalMachine\\My shows them.`,
  }),
  CertificateNotInStore: define<{ readonly thumbprint: string; readonly elsewhere: string | undefined }>({
    exceptionType: 'System.ArgumentException',
    category: 'ObjectNotFound',
    message: ({ thumbprint, elsewhere }) =>
      `The certificate with the thumbprint "${thumbprint}" was not found in the certificate store LocalMachine\\My. ${
        elsewhere ?? 'Request it with Request-CsCertificate or import it with Import-CsCertificate first.'
      }`,
  }),
  CertificateWithoutKey: define<{ readonly thumbprint: string }>({
    exceptionType: 'System.InvalidOperationException',
    category: 'InvalidData',
    message: ({ thumbprint }) =>
      `The certificate "${thumbprint}" has no private key. Import it together with its key, or into the computer whose request it answers.`,
  }),
  CertificateOfAuthority: define<{ readonly thumbprint: string }>({
    exceptionType: 'System.InvalidOperationException',
    category: 'InvalidData',
    message: ({ thumbprint }) =>
      `The certificate "${thumbprint}" is the certificate of a certification authority (CA). A service needs a server certificate.`,
  }),
  CertificateNotValid: define<{
    readonly thumbprint: string;
    readonly notBefore: string;
    readonly notAfter: string;
    readonly effective: string | undefined;
  }>({
    exceptionType: 'System.InvalidOperationException',
    category: 'InvalidData',
    message: ({ thumbprint, notBefore, notAfter, effective }) =>
      `The certificate "${thumbprint}" is not valid ${effective === undefined ? 'at this time' : `on ${effective}`}. It is valid from ${notBefore} to ${notAfter}.`,
  }),
  RollNeedsEffectiveDate: define<Record<never, never>>({
    exceptionType: 'System.ArgumentException',
    category: 'InvalidArgument',
    message: () =>
      'The parameter Roll was specified without the parameter EffectiveDate. Specify the date and time from which the certificate is used.',
  }),
  EffectiveDatePassed: define<{ readonly date: string }>({
    exceptionType: 'System.ArgumentException',
    category: 'InvalidArgument',
    message: ({ date }) =>
      `The effective date "${date}" has passed. Specify a later date, or omit -EffectiveDate to use the certificate at once.`,
  }),
  CertificateTypeMissing: define<{ readonly thumbprint: string }>({
    exceptionType: 'System.ArgumentException',
    category: 'InvalidArgument',
    message: ({ thumbprint }) =>
      `No certificate type was specified, and the certificate "${thumbprint}" did not come from a request that names one. Specify -Type.`,
  }),
  /** A key of a CNG provider, which Lync Server cannot use (domain facts 4.7): the words of .NET, one sentence. */
  CngKeyNotUsable: define<Record<never, never>>({
    exceptionType: 'System.Security.Cryptography.CryptographicException',
    category: 'InvalidData',
    message: () => 'The buffer supplied to a function was too small.',
    advice: () =>
      'The private key belongs to a Cryptography Next Generation (CNG) provider, which Lync Server cannot use. Request a certificate with an RSA key.',
    hresult: 0x80090028,
  }),
  /** The first words are the product's; scripts look for them. */
  AssignedCertificateNotFound: define<{
    readonly thumbprint: string;
    readonly use: CertificateUse;
    readonly reason: string;
  }>({
    exceptionType: 'Microsoft.Rtc.Management.Common.Certificates.CertificateException',
    category: 'ObjectNotFound',
    message: ({ thumbprint, use, reason }) =>
      `Assigned certificate not found or untrusted. The certificate "${thumbprint}" is assigned for the type "${use}": ${reason}.`,
    advice: () =>
      'Import the certificate or the root certificate of its chain, or assign another with Set-CsCertificate.',
  }),
};
