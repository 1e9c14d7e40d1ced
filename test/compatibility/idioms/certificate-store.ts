import type { Idiom } from './idiom.ts';

const KEY_USAGES = 'DigitalSignature, KeyEncipherment';

/** The drive `Cert:`, and what scripts do with what they find there. */
export const STORE_IDIOMS: readonly Idiom[] = [
  {
    section: 'The certificate store',
    idiom: 'found by friendly name: thumbprint, key, key size, signature algorithm of an X509Certificate2',
    script: 'find-by-friendly-name',
    says: ['True', 'True', 'True', 'True', 'LyncDefault', 'sha256RSA', '2048'],
  },
  {
    section: 'The certificate store',
    idiom: '`Test-Path`, `cd`, `-Recurse`, `Remove-Item`, My, Root and CA, in any case',
    script: 'walk-the-certificate-drive',
    says: ['True', 'False', 'True', 'myca', '1', '0', '0', 'True', '0'],
    certificates: 0,
  },
  {
    section: 'The certificate store',
    idiom:
      'extensions in Windows wording: `DNS Name=`, friendly names of identifiers, `DnsNameList`, `EnhancedKeyUsageList`',
    script: 'read-extensions-in-windows-wording',
    says: [
      'sip.litwareinc.com|pool1.litwareinc.com|atl-cs-001.litwareinc.com',
      'DNS Name=sip.litwareinc.com, DNS Name=pool1.litwareinc.com, DNS Name=atl-cs-001.litwareinc.com',
      'True',
      KEY_USAGES,
      'pool1.litwareinc.com, sip.litwareinc.com, atl-cs-001.litwareinc.com',
      'Server Authentication',
      'True',
    ],
  },
  {
    section: 'The certificate store',
    idiom: 'a new offline request is found in REQUEST by comparing before and after',
    script: 'find-the-offline-request',
    says: ['Offline', 'CN=pool1.litwareinc.com', 'True', '1'],
  },
  {
    section: 'The certificate store',
    idiom: 'two certificates compared over `Get-Member -MemberType Property`',
    script: 'compare-two-certificates',
    says: [
      KEY_USAGES,
      'Old / New',
      'key of 2048 / 2048 bits',
      'True',
      'sha256RSA',
      'CN=pool1.litwareinc.com / CN=pool1.litwareinc.com, OU=Voice',
    ],
  },
  {
    section: 'The certificate store',
    idiom: 'house-keeping: `FriendlyName` assigned, `-ExpiringInDays`, `Group-Object`, removal of what is not in use',
    script: 'look-after-the-store',
    says: ['True', '0', '2', '0', '0', 'CN=pool1.litwareinc.com'],
    certificates: 1,
  },
  {
    section: 'The certificate store',
    idiom:
      '`New-Object X509Store`, `\\\\server\\my` too: opened, walked, `Certificates.Find`, `Add` and `Remove`; `Export` of a certificate',
    script: 'open-the-store-as-a-class',
    says: [
      'Front End: pool1.litwareinc.com atl-cs-001.litwareinc.com',
      'wac01 cannot be reached',
      'False',
      'True',
      'True',
    ],
    certificates: 1,
  },
  {
    section: 'Retrying, waiting, reusing',
    idiom: 'a second try where the first left nothing in the store',
    script: 'try-again-when-there-is-none',
    deployment: 'lab',
    says: ['True'],
    errors: ['CertificationAuthorityUnreachable,Microsoft.Rtc.Management.Deployment.RequestCertificateCmdlet'],
  },
  {
    section: 'Retrying, waiting, reusing',
    idiom: 'a loop of -List and -Retrieve until the certificate is there',
    script: 'wait-until-it-is-there',
    deployment: 'lab',
    says: ['3 rounds, Default'],
  },
  {
    section: 'Retrying, waiting, reusing',
    idiom: 'requested as Default, assigned as OAuthTokenIssuer',
    script: 'request-as-one-assign-as-another',
    says: ['OAuthTokenIssuer'],
  },
  {
    section: 'Reading what is assigned',
    idiom:
      'a certificate that is assigned and no longer there: an error with "Assigned certificate not found or untrusted"',
    script: 'find-lost-certificates',
    says: ['1', 'lost'],
  },
];
