import type { Idiom } from './idiom.ts';

const FOLDER = String.raw`\\dc01\c$\Labfiles`;

/** A .pfx on a share, whose certificate is not in the store. */
const PFX_ON_A_SHARE = `New-Item '${FOLDER}' -ItemType Directory -Force
$c = Request-CsCertificate -New -Type Default,WebServicesInternal,WebServicesExternal -CA $ca -FriendlyName 'Lab Certificate' -PrivateKeyExportable $true
$item = Get-Item "Cert:\\LocalMachine\\My\\$($c.Thumbprint)"
Export-PfxCertificate -Cert $item -FilePath 'C:\\LabCert.pfx' -Password (ConvertTo-SecureString 'Pa$$w0rd' -AsPlainText -Force)
Copy-Item C:\\LabCert.pfx '${FOLDER}\\LabCert.pfx'
Remove-Item $item.PSPath -DeleteKey`;

/** Certificates that come as files, and what the deployment itself says. */
export const IMPORT_IDIOMS: readonly Idiom[] = [
  {
    section: 'Importing',
    idiom: 'a .pfx imported with its password, found by the friendly name it brought, assigned',
    script: 'import-a-pfx-and-assign',
    prepare: PFX_ON_A_SHARE,
    arguments: `-Pfx '${FOLDER}\\LabCert.pfx' -Password 'Pa$$w0rd'`,
    says: ['Default True', 'WebServicesInternal True', 'WebServicesExternal True'],
    certificates: 1,
  },
  {
    section: 'Importing',
    idiom: 'from `\\\\server\\c$\\…`; `-Identity global -Type OAuthTokenIssuer` imports and assigns',
    script: 'import-from-a-share',
    prepare: PFX_ON_A_SHARE,
    arguments: `-Password 'Pa$$w0rd'`,
    says: ['WebServicesExternal', 'True'],
    certificates: 1,
  },
  {
    section: 'Importing',
    idiom: 'a SecureString for `-Password`: bound as the text of its type, so the password is wrong',
    script: 'hand-import-a-secure-string',
    prepare: PFX_ON_A_SHARE,
    arguments: `-Pfx '${FOLDER}\\LabCert.pfx' -Password 'Pa$$w0rd'`,
    says: ['True'],
    certificates: 0,
  },
  {
    section: 'Importing',
    idiom:
      '`Export-PfxCertificate`, `Import-PfxCertificate`, `Import-Certificate` and `Copy-Item` to a share around Set',
    script: 'move-a-certificate-to-another-server',
    says: ['True', 'Default', 'CN=myca, DC=litwareinc, DC=com'],
    certificates: 2,
  },
  {
    section: 'Importing',
    idiom: '`$certificate.Import(file, password, flags)` of X509Certificate2, before the module is loaded',
    script: 'import-with-the-class',
    loadsModule: true,
    prepare: PFX_ON_A_SHARE,
    arguments: `-Pfx 'C:\\LabCert.pfx' -Password 'Pa$$w0rd'`,
    says: ['CN=pool1.litwareinc.com True', 'True'],
    certificates: 1,
  },
  {
    section: 'Importing',
    idiom: '`Get-PfxData` before the import: is it in use already, and from when on is it valid',
    script: 'look-into-a-file-before',
    prepare: PFX_ON_A_SHARE,
    arguments: `-Pfx 'C:\\LabCert.pfx' -Password 'Pa$$w0rd'`,
    says: ['1 1', 'not in use yet', 'Default', 'in use', 'wrong password'],
    certificates: 1,
  },
  {
    section: 'No prompts, and failures',
    idiom: 'a failure ends its own line only, of every cmdlet',
    script: 'go-on-after-a-failure',
    says: ['after the request', 'after the assignment', 'after the import', 'after the removal', '3'],
    errors: [
      'CertificateRequestDenied,Microsoft.Rtc.Management.Deployment.RequestCertificateCmdlet',
      'CertificateNotInStore,Microsoft.Rtc.Management.Deployment.SetCertificateCmdlet',
      'CertificateFileNotRead,Microsoft.Rtc.Management.Deployment.ImportCertificateCmdlet',
    ],
  },
  {
    section: 'The neighbours',
    idiom: 'computers, pools, services, SIP domains, topology and roles, as their values flow into certificate calls',
    script: 'look-at-the-topology',
    says: [
      'pool1.litwareinc.com',
      'atl-cs-001.litwareinc.com atl-cs-002.litwareinc.com',
      'litwareinc.com',
      'pool1.litwareinc.com',
      'atl-edge-001.litwareinc.com',
      'pool1ext.litwareinc.com',
      'ap.litwareinc.com',
      'litwareinc.com',
      'sip.litwareinc.com',
      'True',
    ],
  },
];
