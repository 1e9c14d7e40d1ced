import { ENGINE } from '../../end-to-end/harness/programs.ts';
import type { Idiom } from './idiom.ts';

/** Loading, spelling, files and accounts: what needs Request-CsCertificate alone. */
export const REQUEST_IDIOMS: readonly Idiom[] = [
  {
    section: 'Loading the module',
    idiom: 'whichever of the two modules `Get-Module -ListAvailable` finds, in any case',
    script: 'load-whichever-module-there-is',
    loadsModule: true,
    says: ['Default'],
  },
  {
    section: 'Loading the module',
    idiom: '`#Requires -Modules Lync`, anywhere in the file',
    script: 'require-the-module',
    loadsModule: true,
    says: ['160'],
  },
  {
    section: 'Loading the module',
    idiom: 'by the paths of the product, to the manifest or its folder (after `cscert install`)',
    script: 'load-by-the-paths-of-the-product',
    prepare: `& $env:CSCERT_NODE '${ENGINE}' cli install`,
    says: ['Lync Default', 'SkypeForBusiness Default', 'SkypeForBusiness Default'],
  },
  {
    section: 'Spelling',
    idiom: 'any letter case, back ticks, blanks after commas, en dashes, `-Confirm:$false`',
    script: 'write-as-you-like',
    says: ['Default,WebServicesInternal', 'Default', 'WebServicesExternal,Default'],
  },
  {
    section: 'Spelling',
    idiom: '`-Type` as a string, as a comma list in one string, as an array, from a splat',
    script: 'give-types-in-every-shape',
    says: [
      'Default',
      'Default,WebServicesInternal',
      'Default,WebServicesExternal',
      'WebServicesInternal',
      'WebServicesExternal,Default',
    ],
  },
  {
    section: 'Spelling',
    idiom: '`$using:` values, a switch by `-New:$using:isNew`',
    script: 'carry-values-into-a-parallel-block',
    says: ['Default,WebServicesInternal'],
  },
  {
    section: 'Spelling',
    idiom:
      '`Start-Job` with `-InitializationScript`, `$using:` and `-ArgumentList`; what `Receive-Job` gives is used by its text',
    script: 'request-in-a-job',
    says: [
      'Certificates Completed',
      'Default,WebServicesInternal True System.InvalidOperationException',
      'CN=pool1.litwareinc.com',
    ],
  },
  {
    section: 'Spelling',
    idiom: 'one table with `New = $True` and values, splatted twice beside other parameters',
    script: 'splat-one-table-twice',
    says: [
      'CN=pool1.litwareinc.com, OU=Voice, O=Litware, L=Portland, S=OR, C=US',
      'CN=litwareinc.com, OU=Voice, O=Litware, L=Portland, S=OR, C=US',
      '12',
    ],
    certificates: 2,
  },
  {
    section: 'Spelling',
    idiom: '`Invoke-Expression` of a line put together from parts, and `| Out-Null`',
    script: 'assemble-the-line',
    arguments: '-OU Voice',
    says: ['Default,WebServicesInternal', 'quiet'],
    certificates: 2,
  },
  {
    section: 'Files',
    idiom: '`-Report` in folders that do not exist, over files that do, with any ending or none, as a folder',
    script: 'write-reports-anywhere',
    says: [
      'no-extension.html no-extension.xml other.txt.html other.txt.xml Request.html Request.xml',
      '2 .html 2 .xml',
    ],
  },
  {
    section: 'Files',
    idiom: '`-Output` with .req, .txt, .csr, .cer or no ending',
    script: 'write-request-files',
    says: [
      ...['a.req', 'b.txt', 'c.csr', 'd.cer', 'bare'].map(
        (name) => `${name} Offline -----BEGIN NEW CERTIFICATE REQUEST-----`,
      ),
      '5',
    ],
    certificates: 0,
  },
  {
    section: 'Certification authorities and accounts',
    idiom:
      'a short host, hyphens and blanks in the name of the CA; `DOMAIN\\user` or `user@domain`, password in plain text',
    script: 'name-the-ca-and-the-account',
    arguments: "-Password 'plain text'",
    deployment: 'lab',
    says: ['CN=Lab-Root CA 1', 'CN=Lab-Root CA 1', 'CN=Lab-Root CA 1'],
  },
  {
    section: 'Catching errors',
    idiom: 'a `catch` for CertificateException, told apart by the text: template',
    script: 'catch-by-type-and-text',
    arguments: '-Template NoSuchTemplate',
    says: ['template'],
  },
  {
    section: 'Catching errors',
    idiom:
      'a `catch` for InvalidOperationException: a type the computer does not need, in two sentences behind "Command execution failed: "',
    script: 'catch-by-type-and-text',
    arguments: '-Type Internal',
    says: [
      'The computer does not need a certificate for the type "Internal"',
      'Its roles need the types Default, WebServicesInternal, WebServicesExternal, OAuthTokenIssuer',
    ],
  },
  {
    section: 'Catching errors',
    idiom: 'a `catch` for ArgumentException: `FullyQualifiedErrorId -match "CentralMgmtStoreInaccessible"`',
    script: 'catch-by-type-and-text',
    arguments: '-Type Internal -Computer atl-edge-001.litwareinc.com',
    deployment: 'isolated',
    says: ['no topology from here'],
  },
];
