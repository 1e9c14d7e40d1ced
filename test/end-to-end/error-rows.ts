import type { ErrorCode } from '../../src/domain/errors/catalogue.ts';

export const CA = String.raw`atl-ca-001.litwareinc.com\myca`;
export const LOCKED_CA = String.raw`vault.litwareinc.com\locked`;
export const NEW = `Request-CsCertificate -New -Type Default`;
export const ONLINE = `${NEW} -CA '${CA}'`;
export const PASSWORD = 'correct horse battery staple';

interface Row {
  readonly rule: string;
  readonly line: string;
  readonly code: ErrorCode;
  /** Words of the message: the product's where it has them. */
  readonly says: string;
  /** HRESULT of the exception, where a CA gave one. */
  readonly hresult?: number;
}

const DENIED = { code: 'CertificateRequestDenied' } as const;
const ARGUMENT = 'System.ArgumentException';
const OPERATION = 'System.InvalidOperationException';
const CERTIFICATE = 'Microsoft.Rtc.Management.Common.Certificates.CertificateException';

/** Which .NET type a script has to catch: written out here, so that the catalogue cannot change it unnoticed. */
export const CAUGHT_AS: Partial<Record<ErrorCode, string>> = {
  CertificationAuthorityNotFound: ARGUMENT,
  CertificationAuthorityLogonFailed: ARGUMENT,
  CertificateRequestDenied: CERTIFICATE,
  AlternativeNamesTooLong: CERTIFICATE,
  RequestNotFound: CERTIFICATE,
  CertificateNotNeeded: OPERATION,
  ComputerNotFound: ARGUMENT,
  MissingRequestTarget: ARGUMENT,
  ConflictingRequestTarget: ARGUMENT,
  InvalidKeySize: ARGUMENT,
  InvalidCountry: ARGUMENT,
  MissingCaPassword: ARGUMENT,
  MissingCaAccount: ARGUMENT,
  ParameterNotOneLine: ARGUMENT,
  ParameterTooLong: ARGUMENT,
  InvalidDnsName: ARGUMENT,
  NameAttributeTooLong: ARGUMENT,
  CentralMgmtStoreInaccessible: ARGUMENT,
  LocalComputerUnknown: ARGUMENT,
  DeploymentNotFound: OPERATION,
  DeploymentNotJson: OPERATION,
  DeploymentInvalid: OPERATION,
  DeploymentPasswordMissing: OPERATION,
  TopologyInvalid: OPERATION,
  TopologyNotReadable: 'System.IO.IOException',
  StateFolderRefused: 'System.UnauthorizedAccessException',
};

/** Domain facts 4.6 and 10, certificate authorities 2.1. */
export const ROWS: readonly Row[] = [
  {
    rule: 'a CA that the deployment does not have',
    line: String.raw`${NEW} -CA 'nowhere.litwareinc.com\none'`,
    code: 'CertificationAuthorityNotFound',
    says: String.raw`Unable to contact certification authority "nowhere.litwareinc.com\none"`,
  },
  {
    rule: 'a password that is wrong',
    line: String.raw`${NEW} -CA '${LOCKED_CA}' -CaAccount 'litwareinc\kenmyer' -CaPassword 'wrong'`,
    code: 'CertificationAuthorityLogonFailed',
    says: 'and that you logged on with the correct credentials',
  },
  {
    rule: 'an account that may not enrol',
    line: String.raw`${NEW} -CA '${LOCKED_CA}' -CaAccount 'litwareinc\pilar' -CaPassword '${PASSWORD}'`,
    code: 'CertificationAuthorityLogonFailed',
    says: 'and that you logged on with the correct credentials',
  },
  {
    rule: 'the logged-on user where the CA wants an account',
    line: `${NEW} -CA '${LOCKED_CA}'`,
    code: 'CertificationAuthorityLogonFailed',
    says: 'and that you logged on with the correct credentials',
  },
  {
    ...DENIED,
    rule: 'a template that the CA does not publish',
    line: `${ONLINE} -Template NoSuchTemplate`,
    says: 'Denied by Policy Module 0x80094800, The request was for a certificate template that is not supported by the Active Directory Certificate Services policy: NoSuchTemplate.',
    hresult: 0x80094800,
  },
  {
    ...DENIED,
    rule: 'a key too small for the template',
    line: `${ONLINE} -KeySize 1024`,
    says: '0x80094811',
    hresult: 0x80094811,
  },
  {
    ...DENIED,
    rule: 'a key too small for a template with a higher minimum',
    line: `${ONLINE} -Template strong`,
    says: 'The public key does not meet the minimum size required by the specified certificate template.',
    hresult: 0x80094811,
  },
  {
    ...DENIED,
    rule: 'a template that the caller may not use',
    line: `${ONLINE} -Template closed`,
    says: 'The permissions on the certificate template do not allow the current user to enroll for this type of certificate.',
    hresult: 0x80094012,
  },
  {
    rule: "alternative names over the CA's limit of 4096 bytes",
    line: `${ONLINE} -DomainName ((1..120 | ForEach-Object { "a-rather-long-name-number-$_.litwareinc.com" }) -join ',')`,
    code: 'AlternativeNamesTooLong',
    says: 'Error Parsing Request  The length of the field exceeds the maximum length.  0xc80005e2 (ESE: -1056)',
    hresult: 0xc80005e2,
  },
  {
    rule: 'a type that the machine does not need',
    line: `Request-CsCertificate -New -Type AccessEdgeExternal -CA '${CA}'`,
    code: 'CertificateNotNeeded',
    says: 'The computer does not need a certificate',
  },
  {
    rule: 'types of two machines in one call',
    line: `Request-CsCertificate -New -Type Default,Internal -CA '${CA}'`,
    code: 'CertificateNotNeeded',
    says: 'for the type "Internal"',
  },
  {
    rule: 'a machine without a certificate role',
    line: `${NEW} -CA '${CA}' -ComputerFqdn atl-sql-001.litwareinc.com`,
    code: 'CertificateNotNeeded',
    says: 'None of its roles needs a certificate',
  },
  {
    rule: 'a computer that the topology does not have',
    line: `${ONLINE} -ComputerFqdn nobody.litwareinc.com`,
    code: 'ComputerNotFound',
    says: 'The computer "nobody.litwareinc.com" is not in the topology.',
  },
  {
    rule: 'a pool in place of a computer',
    line: `${ONLINE} -ComputerFqdn pool1.litwareinc.com`,
    code: 'ComputerNotFound',
    says: '"pool1.litwareinc.com" is a pool, not a computer.',
  },
  { rule: 'neither -CA nor -Output', line: NEW, code: 'MissingRequestTarget', says: 'Use -CA' },
  {
    rule: 'both -CA and -Output',
    line: `${ONLINE} -Output both.req`,
    code: 'ConflictingRequestTarget',
    says: 'not both',
  },
  {
    rule: 'a key size of its own',
    line: `${ONLINE} -KeySize 3072`,
    code: 'InvalidKeySize',
    says: '1024, 2048 and 4096',
  },
  { rule: 'a country of three letters', line: `${ONLINE} -Country USA`, code: 'InvalidCountry', says: '"USA"' },
  {
    rule: '-CaAccount without -CaPassword',
    line: String.raw`${ONLINE} -CaAccount 'litwareinc\kenmyer'`,
    code: 'MissingCaPassword',
    says: String.raw`litwareinc\kenmyer`,
  },
  {
    rule: '-CaPassword without -CaAccount',
    line: `${ONLINE} -CaPassword '${PASSWORD}'`,
    code: 'MissingCaAccount',
    says: 'without an account',
  },
  {
    rule: 'a line break in a parameter',
    line: `${ONLINE} -City "Red\`nmond"`,
    code: 'ParameterNotOneLine',
    says: 'City',
  },
  {
    rule: 'a parameter without end',
    line: `${ONLINE} -FriendlyName ('x' * 5000)`,
    code: 'ParameterTooLong',
    says: 'FriendlyName',
  },
  {
    rule: 'a name that DNS does not allow',
    line: `${ONLINE} -DomainName 'under_score.litwareinc.com'`,
    code: 'InvalidDnsName',
    says: '"under_score.litwareinc.com"',
  },
  {
    rule: 'an organization of 65 characters',
    line: `${ONLINE} -Organization ('o' * 65)`,
    code: 'NameAttributeTooLong',
    says: '64',
  },
  {
    rule: '-Retrieve of a request that is not there',
    line: 'Request-CsCertificate -Retrieve -RequestId 4711',
    code: 'RequestNotFound',
    says: '0x80094004',
    hresult: 0x80094004,
  },
  {
    rule: '-Clear of a request that is not there',
    line: 'Request-CsCertificate -Clear -RequestId 4711',
    code: 'RequestNotFound',
    says: '"4711"',
    hresult: 0x80094004,
  },
];

/** Each in surroundings of its own: the engine reads them at its start. */
export const SURROUNDINGS: readonly (Row & { readonly set: string })[] = [
  {
    rule: '-ComputerFqdn where the central management store is out of reach',
    set: `$env:CSCERT_DEPLOYMENT = '{edge}'`,
    line: `Request-CsCertificate -New -Type Internal -CA '${CA}' -ComputerFqdn atl-edge-001.litwareinc.com`,
    code: 'CentralMgmtStoreInaccessible',
    says: 'Omit -ComputerFqdn',
  },
  {
    rule: 'a local computer that the topology does not have',
    set: `$env:CSCERT_COMPUTER = 'nobody.litwareinc.com'`,
    line: ONLINE,
    code: 'LocalComputerUnknown',
    says: 'atl-cs-001.litwareinc.com',
  },
  {
    rule: 'a CA password that the environment does not have',
    set: '$env:TEST_CA_PASSWORD = $null',
    line: ONLINE,
    code: 'DeploymentPasswordMissing',
    says: 'TEST_CA_PASSWORD',
  },
  {
    rule: 'a folder without deployment.json',
    set: `$env:CSCERT_DEPLOYMENT = '{empty}'`,
    line: ONLINE,
    code: 'DeploymentNotFound',
    says: '"topology": "topology.xml"',
  },
  {
    rule: 'a deployment.json that breaks off',
    set: `$env:CSCERT_DEPLOYMENT = '{broken}'`,
    line: ONLINE,
    code: 'DeploymentNotJson',
    says: 'line 1',
  },
  {
    rule: 'a deployment.json with a mistake',
    set: `$env:CSCERT_DEPLOYMENT = '{mistaken}'`,
    line: ONLINE,
    code: 'DeploymentInvalid',
    says: '/certificateAuthorities',
  },
  {
    rule: 'a topology document with a DOCTYPE',
    set: `$env:CSCERT_DEPLOYMENT = '{doctype}'`,
    line: ONLINE,
    code: 'TopologyInvalid',
    says: 'line 1, column ',
  },
  {
    rule: 'a topology document that is not there',
    set: `$env:CSCERT_DEPLOYMENT = '{absent}'`,
    line: ONLINE,
    code: 'TopologyNotReadable',
    says: 'absent.xml',
  },
  {
    rule: 'a state folder that everybody may write to',
    set: `$env:CSCERT_HOME = '{open}'`,
    line: ONLINE,
    code: 'StateFolderRefused',
    says: 'not safe to keep private keys',
  },
];

export const COMMAND = 'Microsoft.Rtc.Management.Deployment.RequestCertificateCmdlet';
