import type { Behaviour } from './table.ts';

/** The certificate drive and the cmdlets of the Windows module PKI. */
export const CERTIFICATE_STORE_BEHAVIOURS: readonly Behaviour[] = [
  {
    area: 'Certificate stores',
    behaviour:
      'the drive Cert: has CurrentUser and LocalMachine with the stores of every Windows, and certificates in My, CA, Root and REQUEST of LocalMachine; items are X509Certificate2 with PSParentPath as on Windows',
    grade: 'documented',
    source: 'PowerShell’s page about the certificate provider; which stores have certificates: our own choice',
    proof: 'test/end-to-end/certificate-drive.test.ts',
  },
  {
    area: 'Certificate stores',
    behaviour: 'FriendlyName that is set goes to the store; HasPrivateKey, DnsNameList and EnhancedKeyUsageList',
    grade: 'documented',
    source: 'PowerShell’s page about the certificate provider',
    proof: 'test/end-to-end/certificate-drive.test.ts',
  },
  {
    area: 'Certificate stores',
    behaviour: 'names and texts of extensions, on one line and on several',
    grade: 'transcript',
    source: 'published scripts that take “DNS Name=” apart; forms of rarer extensions: inferred',
    proof: 'test/end-to-end/extension-texts.test.ts',
  },
  {
    area: 'Certificate stores',
    behaviour: 'questions and refusals of Remove-Item and Move-Item, in the words of the Windows provider',
    grade: 'Microsoft',
    source: 'texts in the source of PowerShell',
    proof: 'test/end-to-end/certificate-drive.test.ts',
  },
  {
    area: 'Certificate stores',
    behaviour:
      'Remove-Item keeps the private key without -DeleteKey; a certificate that is imported again finds it; one of REQUEST goes with its request',
    grade: 'inferred',
    source:
      'key containers of Windows outlive their certificates; REQUEST: its certificate is all that Windows has of a request',
    proof: 'test/end-to-end/pki-cmdlets.test.ts',
  },
  {
    area: 'Certificate stores',
    behaviour:
      'Import-Certificate and Import-PfxCertificate bring all of a file into the store that is named; the latter puts out those with a key',
    grade: 'documented',
    source: 'pages of the module PKI',
    proof: 'test/end-to-end/pki-cmdlets.test.ts',
  },
  {
    area: 'Certificate stores',
    behaviour:
      'Export-PfxCertificate needs -Password and an exportable key, and brings the chain; Export-Certificate writes CERT and P7B, and refuses SST',
    grade: 'documented',
    source: 'pages of the module PKI; that SST is refused: our own choice',
    proof: 'test/end-to-end/pki-cmdlets.test.ts',
  },
  {
    area: 'Certificate stores',
    behaviour:
      'Get-PfxData parts the certificates of a file by whether it has their keys, with the friendly names of the file, and imports nothing',
    grade: 'documented',
    source: 'pages of the module PKI',
    proof: 'test/end-to-end/pki-cmdlets.test.ts',
  },
  {
    area: 'Certificate stores',
    behaviour: 'exports go to shares; off Windows those lie in the state folder, and their folders are made',
    grade: 'inferred',
    source: 'our own place for shares, as of -Output',
    proof: 'test/end-to-end/pki-cmdlets.test.ts',
  },
  {
    area: 'Certificate stores',
    behaviour:
      'New-SelfSignedCertificate makes a certificate for servers and clients in My, with an exportable key, for a year; the first DNS name is the subject where none is given',
    grade: 'documented',
    source: 'pages of the module PKI; its comment extension is our own',
    proof: 'test/end-to-end/self-signed-certificate.test.ts',
  },
  {
    area: 'Certificate stores',
    behaviour: 'a self-signed certificate with -Subject and without -DnsName has no alternative names',
    grade: 'inferred',
    source: 'no source shows it',
    proof: 'test/end-to-end/self-signed-certificate.test.ts',
  },
  {
    area: 'Certificate stores',
    behaviour: 'a self-signed certificate that stands in Root is trusted, though it is no CA',
    grade: 'inferred',
    source: 'how Windows builds chains: a trusted certificate ends them',
    proof: 'test/end-to-end/self-signed-certificate.test.ts',
  },
];
