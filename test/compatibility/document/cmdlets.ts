/** A cmdlet that is there: its parameters, held against what PowerShell says of it. */
export interface CmdletState {
  readonly cmdlet: string;
  /** As in the product. */
  readonly parameters: readonly string[];
  /** There, and not as in the product: how. */
  readonly differs?: Readonly<Record<string, string>>;
  /** Of the product's, and not there. */
  readonly absent?: readonly string[];
  readonly note?: string;
}

const RUN = ['WhatIf', 'Confirm'];
const NETPORT = { NetportId: 'reserved in Lync Server 2010, refused for every other product' };

/** The product's cmdlets in the modules Lync and SkypeForBusiness. */
export const PRODUCT_CMDLETS: readonly CmdletState[] = [
  {
    cmdlet: 'Request-CsCertificate',
    parameters: [
      ...['New', 'List', 'Retrieve', 'Clear', 'Type', 'AllSipDomain', 'CaAccount', 'CaPassword', 'City', 'ClientEKU'],
      ...['ComputerFqdn', 'Country', 'DomainName', 'FriendlyName', 'KeyAlg', 'KeySize', 'Organization', 'OU', 'Output'],
      ...['PrivateKeyExportable', 'State', 'Template', 'RequestId', 'Force', 'Report', ...RUN],
    ],
    differs: {
      CA: 'the certification authorities of the deployment, which are emulated',
      GlobalCatalog: 'checked and named in a verbose line; there is no directory to ask',
      GlobalSettingsDomainController: 'as -GlobalCatalog',
    },
  },
  {
    cmdlet: 'Set-CsCertificate',
    parameters: [
      ...[
        'Reference',
        'Thumbprint',
        'Path',
        'Password',
        'Type',
        'Force',
        'Report',
        'Identity',
        'EffectiveDate',
        'Roll',
      ],
      ...RUN,
    ],
    differs: NETPORT,
    note: 'bindings, access lists and url reservations are written to the log; there are no services behind them',
  },
  { cmdlet: 'Get-CsCertificate', parameters: ['Type', 'Report', 'Identity'], differs: NETPORT },
  {
    cmdlet: 'Import-CsCertificate',
    parameters: [
      ...['Identity', 'Path', 'Password', 'PrivateKeyExportable', 'Type', 'EffectiveDate', 'Roll', 'Force', 'Report'],
      ...RUN,
    ],
  },
  {
    cmdlet: 'Remove-CsCertificate',
    parameters: ['Type', 'Force', 'Report', 'Identity', 'Previous', ...RUN],
    differs: NETPORT,
    note: 'where nobody can answer a question, a certificate in use is removed with a warning',
  },
  { cmdlet: 'Test-CsCertificateConfiguration', parameters: ['Report'] },
  {
    cmdlet: 'Get-CsAdminRole',
    parameters: ['Identity', 'Filter', 'LocalStore'],
    differs: { Sid: 'refused: there is no directory to ask' },
    note: 'the built-in roles only, and of their cmdlets those that are here',
  },
  { cmdlet: 'Get-CsComputer', parameters: ['Identity', 'Filter', 'Pool', 'Local'] },
  { cmdlet: 'Get-CsPool', parameters: ['Identity', 'Filter', 'Site'] },
  {
    cmdlet: 'Get-CsService',
    parameters: [
      ...['Identity', 'Filter', 'PoolFqdn', 'ApplicationDatabase', 'ApplicationServer', 'ArchivingDatabase'],
      ...['ArchivingServer', 'CentralManagement', 'CentralManagementDatabase', 'ConferencingServer', 'Director'],
      ...['EdgeServer', 'FileStore', 'ManagementServer', 'MediationServer', 'MonitoringServer', 'MonitoringDatabase'],
      ...['ProvisionServer', 'ProvisionDatabase', 'PstnGateway', 'Registrar', 'TrustedApplicationPool', 'UserDatabase'],
      ...['UserServer', 'WebServer', 'BackupServer', 'LegalInterceptServer', 'PersistentChatComplianceDatabase'],
      ...['PersistentChatDatabase', 'PersistentChatServer', 'WacServer', 'VideoGateway', 'VideoInteropServer'],
    ],
  },
  {
    cmdlet: 'Get-CsSimpleUrlConfiguration',
    parameters: ['Identity', 'Filter', 'LocalStore'],
    differs: { Tenant: 'refused: a deployment on premises has no tenants' },
  },
  { cmdlet: 'Get-CsSipDomain', parameters: ['Identity', 'Filter'] },
  { cmdlet: 'Get-CsTopology', parameters: ['AsXml', 'LocalStore'] },
];

/** Cmdlets of the Windows module PKI, for hosts that have none. */
export const WINDOWS_CMDLETS: readonly CmdletState[] = [
  {
    cmdlet: 'Import-PfxCertificate',
    parameters: ['Exportable', 'Password', 'FilePath', 'CertStoreLocation', ...RUN],
    absent: ['ProtectPrivateKey'],
  },
  { cmdlet: 'Import-Certificate', parameters: ['FilePath', 'CertStoreLocation', ...RUN] },
  {
    cmdlet: 'Export-PfxCertificate',
    parameters: ['Password', 'ChainOption', 'Cert', 'FilePath', 'Force', 'NoClobber', ...RUN],
    absent: ['PFXData', 'ProtectTo', 'NoProperties', 'CryptoAlgorithmOption'],
  },
  { cmdlet: 'Export-Certificate', parameters: ['Type', 'Cert', 'FilePath', 'Force', 'NoClobber', ...RUN] },
  { cmdlet: 'Get-PfxData', parameters: ['FilePath', 'Password'] },
  {
    cmdlet: 'New-SelfSignedCertificate',
    parameters: ['DnsName', 'FriendlyName', 'NotAfter', 'KeyExportPolicy', ...RUN],
    differs: {
      CertStoreLocation: 'My of LocalMachine only',
      Subject: 'values in quotation marks are refused',
      KeyAlgorithm: 'RSA and the three curves of NIST',
      KeyLength: '1024, 2048 and 4096',
      HashAlgorithm: 'only the one that goes with the key',
      Provider: 'only Microsoft Software Key Storage Provider',
    },
    absent: ['CloneCert', 'KeyUsage', 'NotBefore', 'Signer', 'TextExtension', 'Type'],
  },
];
