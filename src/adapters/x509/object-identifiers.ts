/** Object identifiers of requests and certificates, by the names of their standards. */
export const OID = {
  rsaEncryption: '1.2.840.113549.1.1.1',
  rsassaPss: '1.2.840.113549.1.1.10',
  sha256WithRsaEncryption: '1.2.840.113549.1.1.11',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  ecdsaWithSha384: '1.2.840.10045.4.3.3',
  ecdsaWithSha512: '1.2.840.10045.4.3.4',

  extensionRequest: '1.2.840.113549.1.9.14',
  /** The older spelling of the same attribute (certificate authorities 2.2). */
  microsoftExtensionRequest: '1.3.6.1.4.1.311.2.1.14',
  operatingSystemVersion: '1.3.6.1.4.1.311.13.2.3',
  enrollmentProvider: '1.3.6.1.4.1.311.13.2.2',
  clientInformation: '1.3.6.1.4.1.311.21.20',

  subjectKeyIdentifier: '2.5.29.14',
  keyUsage: '2.5.29.15',
  subjectAlternativeName: '2.5.29.17',
  basicConstraints: '2.5.29.19',
  crlNumber: '2.5.29.20',
  crlReason: '2.5.29.21',
  crlDistributionPoints: '2.5.29.31',
  authorityKeyIdentifier: '2.5.29.35',
  extendedKeyUsage: '2.5.29.37',
  authorityInformationAccess: '1.3.6.1.5.5.7.1.1',
  caIssuers: '1.3.6.1.5.5.7.48.2',
  templateName: '1.3.6.1.4.1.311.20.2',
  netscapeComment: '2.16.840.1.113730.1.13',

  serverAuthentication: '1.3.6.1.5.5.7.3.1',
  clientAuthentication: '1.3.6.1.5.5.7.3.2',
} as const;
