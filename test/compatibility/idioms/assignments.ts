import type { Idiom } from './idiom.ts';

const ALL_PROPERTIES =
  'Issuer,NotAfter,NotBefore,SerialNumber,Subject,AlternativeNames,Thumbprint,EffectiveDate,PreviousThumbprint,UpdateTime,Use,SourceScope';

/** Assigning certificates and reading what is assigned. */
export const ASSIGNMENT_IDIOMS: readonly Idiom[] = [
  {
    section: 'Passing certificates on',
    idiom: '`$c = Request-CsCertificate -New …; Set-CsCertificate -Reference $c -Type …`, each step with its report',
    script: 'assign-by-reference',
    says: ['Default True', 'WebServicesInternal True', 'WebServicesExternal True', 'OAuthTokenIssuer True', '8'],
    certificates: 2,
  },
  {
    section: 'Passing certificates on',
    idiom:
      '`.Thumbprint` of what New returned, in any case; `-Identity Global` for OAuthTokenIssuer; `| Out-Null` behind Set',
    script: 'assign-by-thumbprint',
    says: ['Default WebServicesInternal WebServicesExternal OAuthTokenIssuer', 'True'],
    certificates: 2,
  },
  {
    section: 'Passing certificates on',
    idiom: 'New and Get piped to Set',
    script: 'assign-from-the-pipeline',
    says: ['Default WebServicesInternal', 'Default WebServicesInternal WebServicesExternal', '1'],
  },
  {
    section: 'Passing certificates on',
    idiom: 'Set from a splat with `Type`, `Thumbprint`, `Confirm` and `Identity`',
    script: 'assign-with-splats',
    says: ['4'],
  },
  {
    section: 'Passing certificates on',
    idiom: 'copies that went through serialisation keep names, dates and thumbprints',
    script: 'keep-the-text-of-an-object',
    says: ['Default,WebServicesInternal', 'True', 'True', 'Default True', 'True'],
  },
  {
    section: 'Passing certificates on',
    idiom: 'CSV, CLIXML and JSON files keep every value',
    script: 'round-trip-through-files',
    says: [
      'True',
      'True',
      'Default Default True',
      'AlternativeNames EffectiveDate Issuer NotAfter NotBefore PreviousThumbprint SerialNumber SourceScope Subject Thumbprint UpdateTime Use',
    ],
  },
  {
    section: 'Passing certificates on',
    idiom: 'the Default certificate is assigned as OAuthTokenIssuer, too',
    script: 'reuse-default-for-oauth',
    says: ['True', 'Default OAuthTokenIssuer'],
    certificates: 1,
  },
  {
    section: 'Reading what is assigned',
    idiom:
      '`Where-Object` on `Use` with -eq, -ne, -like, -match, -notin; nothing assigned is nothing, without an error',
    script: 'filter-what-is-assigned',
    says: [
      'nothing yet',
      'no token issuer',
      'still none',
      'Default',
      '1',
      'WebServicesInternal',
      'WebServicesExternal',
      'WebServicesExternal',
      '2',
      'Default+WebServicesExternal',
      '3',
      '3',
    ],
  },
  {
    section: 'Reading what is assigned',
    idiom: '`NotAfter` compared with dates, with date strings and subtracted; sorted tables of expiry',
    script: 'check-the-dates',
    says: ['0', '1', '1', 'True', 'Default', 'True'],
  },
  {
    section: 'Reading what is assigned',
    idiom: '`AlternativeNames` walked, split and put into a string; `Subject` split',
    script: 'read-names-and-subject',
    says: [
      'CN=pool1.litwareinc.com',
      'atl-cs-001.litwareinc.com',
      'pool1.litwareinc.com',
      'the pool is in it',
      '[pool1.litwareinc.com atl-cs-001.litwareinc.com]',
      'False',
    ],
  },
  {
    section: 'Reading what is assigned',
    idiom: '`| fl –property *` and `Format-List | Out-File -Append`',
    script: 'show-everything',
    says: [ALL_PROPERTIES, `${ALL_PROPERTIES},${ALL_PROPERTIES}`],
  },
  {
    section: 'Catching errors',
    idiom: 'one `catch` for everything, `$error[0].Exception.Message`, `exit` with a code',
    script: 'catch-in-one-block',
    says: ['not assigned', 'True', 'True', 'not requested: InvalidOperation'],
    exitCode: 3,
  },
  {
    section: 'Retrying, waiting, reusing',
    idiom: 'one certificate for several uses of an Edge Server',
    script: 'assign-to-many-uses-of-an-edge',
    deployment: 'edge',
    says: [
      'AccessEdgeExternal True',
      'DataEdgeExternal True',
      'AudioVideoAuthentication True',
      '2',
      '3',
      'no XMPP here',
    ],
  },
  {
    section: 'Retrying, waiting, reusing',
    idiom: 'the OAuth certificate rolled with `-Roll -EffectiveDate`, the previous one removed with `-Previous`',
    script: 'roll-the-oauth-certificate',
    says: ['True 40 True', '0', 'an effective date is needed'],
    certificates: 2,
  },
  {
    section: 'No prompts, and failures',
    idiom:
      '`Remove-CsCertificate -Force` takes assignments away and leaves the certificates; `Test-CsCertificateConfiguration` lists them',
    script: 'take-certificates-away',
    says: ['3', 'Default', 'nothing is assigned', 'True', 'Remove.html Remove.xml'],
    certificates: 1,
  },
  {
    section: 'Reading what is assigned',
    idiom: 'an Edge Server shows its own uses, and not the OAuth certificate of the deployment',
    script: 'report-an-edge-server',
    deployment: 'edge',
    prepare: `$env:CSCERT_COMPUTER = 'atl-cs-001.litwareinc.com'
Request-CsCertificate -New -Type OAuthTokenIssuer -CA $ca | Set-CsCertificate -Identity Global -Type OAuthTokenIssuer
$env:CSCERT_COMPUTER = 'atl-edge-001.litwareinc.com'`,
    says: ['nothing to import first', 'Internal', 'no token issuer', '1'],
  },
];
