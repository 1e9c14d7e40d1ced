import type { CertificateUse } from '../certificate-use.ts';

/** Who may read a private key that services use: name as it is found, and as its permission is named (domain facts 7.3). */
const READERS = [
  ['RTC Server Local Group', 'RTC Server Local Group'],
  ['RTC Local User Administrators', 'RTC Local User Administrators'],
  ['RTC Local Read-only Administrators', 'RTC Local Read-only Administrators'],
  ['NETWORK SERVICE', 'NetworkService'],
] as const;

/** What the log says when the key of a certificate is opened to the services, or closed to them again (inferred). */
export function accessLines(change: 'added' | 'removed'): readonly string[] {
  return READERS.flatMap(([found, named]) => [
    `Found "${found}": True`,
    `Access control list (ACL) was ${change}.`,
    `"Read" permissions for "${named}" on "Certificate store".`,
  ]);
}

/** The product says why it leaves a certificate's revocation open: an information, not a warning (domain facts 3.3, transcript). */
export function unknownRevocationLines(thumbprint: string, issuer: string): readonly (readonly string[])[] {
  return [
    ['RevocationStatusUnknown: The revocation function was unable to check revocation for the certificate.', ''],
    [
      'OfflineRevocation: The revocation function was unable to check revocation because the revocation server was offline.',
      '',
    ],
    [
      `Revocation status unknown. Cannot contact the revocation server specified in certificate "${thumbprint}" for the issuer "${issuer}".`,
    ],
  ];
}

/** The two lines that log and host get for each use (domain facts 7.3 and 3.1, transcripts). */
export function assignedLines(
  use: CertificateUse,
  certificate: {
    readonly thumbprint: string;
    readonly commonName: string;
    readonly notAfter: Date;
    readonly issuer: string;
    readonly serialNumber: string;
  },
): readonly [string, string] {
  const { thumbprint, commonName, notAfter, issuer, serialNumber } = certificate;
  return [
    `The following certificate was assigned for the type "${use}":`,
    `${use}: ${thumbprint} ${commonName} ${paddedDate(notAfter)} ${issuer} ${serialNumber}`,
  ];
}

/** `05/25/2014` in every culture, in local time (domain facts 3.1, transcript). */
function paddedDate(date: Date): string {
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  return `${twoDigits(date.getMonth() + 1)}/${twoDigits(date.getDate())}/${date.getFullYear()}`;
}
