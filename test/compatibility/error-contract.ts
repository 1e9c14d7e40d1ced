import { LOCKED_CA, type SurroundingsName } from './surroundings.ts';

const ARGUMENT = 'System.ArgumentException';
const OPERATION = 'System.InvalidOperationException';
const CERTIFICATE = 'Microsoft.Rtc.Management.Common.Certificates.CertificateException';

const CRYPTOGRAPHIC = 'System.Security.Cryptography.CryptographicException';

/** One failure that scripts tell apart: what they catch and which words they look for (domain facts 4.6). */
export interface ContractRow {
  readonly cmdlet: 'Request' | 'Set' | 'Import' | 'Get' | 'Remove';
  readonly trigger: string;
  /** `$ca` is the CA. */
  readonly line: string;
  readonly deployment?: SurroundingsName;
  readonly exceptionType: string;
  /** What stands before the comma of FullyQualifiedErrorId. */
  readonly id: string;
  /** Name of the category. */
  readonly category: string;
  /** Words that scripts match. */
  readonly says: string;
  /** The error does not end the statement. */
  readonly goesOn?: boolean;
}

const NEW = 'Request-CsCertificate -New -Type Default';

export const CONTRACT: readonly ContractRow[] = [
  {
    cmdlet: 'Request',
    trigger: 'the central management store is out of reach',
    line: 'Request-CsCertificate -New -Type Internal -CA $ca -ComputerFqdn atl-edge-001.litwareinc.com',
    deployment: 'isolated',
    exceptionType: ARGUMENT,
    id: 'CentralMgmtStoreInaccessible',
    category: 'ResourceUnavailable',
    says: 'Central Management Store',
  },
  {
    cmdlet: 'Request',
    trigger: 'the CA is out of reach',
    line: `${NEW} -CA 'nowhere.litwareinc.com\\none'`,
    exceptionType: ARGUMENT,
    id: 'CertificationAuthorityNotFound',
    category: 'ObjectNotFound',
    says: 'Unable to contact certification authority',
  },
  {
    cmdlet: 'Request',
    trigger: 'the CA does not take the credentials',
    line: `${NEW} -CA '${LOCKED_CA}' -CaAccount 'LITWAREINC\\nobody' -CaPassword 'wrong'`,
    deployment: 'lab',
    exceptionType: ARGUMENT,
    id: 'CertificationAuthorityLogonFailed',
    category: 'PermissionDenied',
    says: 'and that you logged on with the correct credentials',
  },
  {
    cmdlet: 'Request',
    trigger: 'the template is not published',
    line: `${NEW} -CA $ca -Template NoSuchTemplate`,
    exceptionType: CERTIFICATE,
    id: 'CertificateRequestDenied',
    category: 'PermissionDenied',
    says: 'The request was for a certificate template that is not supported',
  },
  {
    cmdlet: 'Request',
    trigger: 'the policy of the CA refuses',
    line: `${NEW} -CA $ca -Template Never`,
    deployment: 'lab',
    exceptionType: CERTIFICATE,
    id: 'CertificateRequestDenied',
    category: 'PermissionDenied',
    says: 'Denied by Policy Module',
  },
  {
    cmdlet: 'Request',
    trigger: 'the alternative names are longer than the column of the CA',
    line: `${NEW} -CA $ca -DomainName ((1..120 | ForEach-Object { "a-rather-long-name-number-$_.litwareinc.com" }) -join ',')`,
    exceptionType: CERTIFICATE,
    id: 'AlternativeNamesTooLong',
    category: 'InvalidData',
    says: 'Error Parsing Request  The length of the field exceeds the maximum length.  0xc80005e2 (ESE: -1056)',
  },
  {
    cmdlet: 'Request',
    trigger: 'the computer does not need the type',
    line: 'Request-CsCertificate -New -Type Internal -CA $ca',
    exceptionType: OPERATION,
    id: 'CertificateNotNeeded',
    category: 'InvalidOperation',
    says: 'The computer does not need a certificate',
  },
  {
    cmdlet: 'Request',
    trigger: 'a request of this number is not there',
    line: 'Request-CsCertificate -Retrieve -RequestId 4711',
    exceptionType: CERTIFICATE,
    id: 'RequestNotFound',
    category: 'ObjectNotFound',
    says: '4711',
  },
  {
    cmdlet: 'Set',
    trigger: 'the computer does not need the type',
    line: `Set-CsCertificate -Type Internal -Reference (${NEW} -CA $ca)`,
    exceptionType: OPERATION,
    id: 'CertificateNotNeeded',
    category: 'InvalidOperation',
    says: 'The computer does not need a certificate',
  },
  {
    cmdlet: 'Set',
    trigger: 'the certificate is not in the store',
    line: "Set-CsCertificate -Type Default -Thumbprint ('0' * 40)",
    exceptionType: ARGUMENT,
    id: 'CertificateNotInStore',
    category: 'ObjectNotFound',
    says: 'was not found in the certificate store',
  },
  {
    cmdlet: 'Set',
    trigger: 'the thumbprint is none',
    line: "Set-CsCertificate -Type Default -Thumbprint 'B142918E463981A76503828BB1278391B716280987B'",
    exceptionType: ARGUMENT,
    id: 'ThumbprintNotValid',
    category: 'InvalidArgument',
    says: 'B142918E463981A76503828BB1278391B716280987B',
  },
  {
    cmdlet: 'Set',
    trigger: '-Roll without -EffectiveDate',
    line: `Set-CsCertificate -Type Default -Reference (${NEW} -CA $ca) -Roll`,
    exceptionType: ARGUMENT,
    id: 'RollNeedsEffectiveDate',
    category: 'InvalidArgument',
    says: 'EffectiveDate',
  },
  {
    cmdlet: 'Set',
    trigger: '-EffectiveDate in the past',
    line: `Set-CsCertificate -Type Default -Reference (${NEW} -CA $ca) -Roll -EffectiveDate (Get-Date).AddDays(-3)`,
    exceptionType: ARGUMENT,
    id: 'EffectiveDatePassed',
    category: 'InvalidArgument',
    says: 'has passed',
  },
  {
    cmdlet: 'Set',
    trigger: 'an -Identity that certificates do not have',
    line: `Set-CsCertificate -Identity site:Redmond -Type Default -Reference (${NEW} -CA $ca)`,
    exceptionType: ARGUMENT,
    id: 'IdentityNotKnown',
    category: 'InvalidArgument',
    says: 'site:Redmond',
  },
  {
    cmdlet: 'Set',
    trigger: 'a key of a CNG provider, in Lync Server',
    line: `Set-CsCertificate -Type Default -Reference (${NEW} -CA $ca -KeyAlg ECDH_P256)`,
    exceptionType: CRYPTOGRAPHIC,
    id: 'CngKeyNotUsable',
    category: 'InvalidData',
    says: 'The buffer supplied to a function was too small.',
  },
  {
    cmdlet: 'Request',
    trigger: 'a name that is no name of DNS',
    line: `${NEW} -CA $ca -DomainName 'a_b.litwareinc.com'`,
    exceptionType: ARGUMENT,
    id: 'InvalidDnsName',
    category: 'InvalidArgument',
    says: 'is not a valid DNS name',
  },
  {
    cmdlet: 'Import',
    trigger: 'the password of the file is another one',
    line: `$c = ${NEW} -CA $ca -PrivateKeyExportable $true; $null = Export-PfxCertificate -Cert "Cert:\\LocalMachine\\My\\$($c.Thumbprint)" -FilePath x.pfx -Password (ConvertTo-SecureString 'right' -AsPlainText -Force); Import-CsCertificate -Path x.pfx -Password 'wrong'`,
    exceptionType: CRYPTOGRAPHIC,
    id: 'CertificateFilePasswordWrong',
    category: 'SecurityError',
    says: 'The specified network password is not correct.',
  },
  {
    cmdlet: 'Import',
    trigger: 'there is no such file',
    line: 'Import-CsCertificate -Path nowhere.cer',
    exceptionType: 'System.IO.IOException',
    id: 'CertificateFileNotRead',
    category: 'ReadError',
    says: 'nowhere.cer',
  },
  {
    cmdlet: 'Import',
    trigger: 'the file holds no certificate',
    line: "Set-Content x.cer 'no certificate'; Import-CsCertificate -Path x.cer",
    exceptionType: CRYPTOGRAPHIC,
    id: 'CertificateFileInvalid',
    category: 'InvalidData',
    says: 'x.cer',
  },
  {
    cmdlet: 'Get',
    trigger: 'the assigned certificate is gone',
    line: `$c = ${NEW} -CA $ca; Set-CsCertificate -Type Default -Reference $c; Remove-Item "Cert:\\LocalMachine\\My\\$($c.Thumbprint)"; Get-CsCertificate`,
    exceptionType: CERTIFICATE,
    id: 'AssignedCertificateNotFound',
    category: 'ObjectNotFound',
    says: 'Assigned certificate not found or untrusted',
    goesOn: true,
  },
  {
    cmdlet: 'Get',
    trigger: 'an -Identity that certificates do not have',
    line: 'Get-CsCertificate -Identity site:Redmond',
    exceptionType: ARGUMENT,
    id: 'IdentityNotKnown',
    category: 'InvalidArgument',
    says: 'site:Redmond',
  },
  ...(['Get', 'Remove'] as const).map((cmdlet) => ({
    cmdlet,
    trigger: '-Type with a list that came out empty',
    line: `${cmdlet}-CsCertificate -Type @(${cmdlet === 'Remove' ? '$null' : ''})`,
    exceptionType: ARGUMENT,
    id: 'NoCertificateType',
    category: 'InvalidArgument',
    says: 'an empty list',
  })),
  {
    cmdlet: 'Remove',
    trigger: 'an -Identity that certificates do not have',
    line: 'Remove-CsCertificate -Type Default -Identity site:Redmond',
    exceptionType: ARGUMENT,
    id: 'IdentityNotKnown',
    category: 'InvalidArgument',
    says: 'site:Redmond',
  },
];
