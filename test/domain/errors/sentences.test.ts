import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ERROR_CATALOGUE, type ErrorCode } from '../../../src/domain/errors/catalogue.ts';
import { sentencesOf, shownText } from '../../../src/domain/errors/shown-text.ts';

type Samples = { readonly [Code in ErrorCode]: Parameters<(typeof ERROR_CATALOGUE)[Code]['message']>[0] };

const path = '/etc/x. Y/z';
const reason = 'access is denied';
const document = 'topology document';
const config = String.raw`ca.contoso.com\CA`;
const thumbprint = '0'.repeat(40);
const computer = 'fe01.contoso.com';
const requestId = 7;

/** Each with little to say: no list has an entry. */
const SAMPLES: Samples = {
  AlternativeNamesTooLong: {},
  AssignedCertificateNotFound: { thumbprint, use: 'Default', reason: 'it is not in the store' },
  CentralMgmtStoreInaccessible: { computer },
  CertificateFileInvalid: { path, reason },
  CertificateFileNotAssignable: { path, reason: 'it has no certificate with' },
  CertificateFileNotRead: { path, reason },
  CertificateFilePasswordWrong: {},
  CertificateNotForRequest: { config, thumbprint },
  CertificateNotFound: { thumbprint },
  CertificateNotInStore: { thumbprint, elsewhere: undefined },
  CertificateNotNeeded: { computer, refused: ['Internal'], needed: [] },
  CertificateNotValid: { thumbprint, notBefore: '1/1/2020', notAfter: '1/1/2021', effective: undefined },
  CertificateOfAuthority: { thumbprint },
  CertificateRequestDenied: { config, message: 'Denied by Policy Module' },
  CertificateTypeMissing: { thumbprint },
  CertificateWithoutKey: { thumbprint },
  CertificationAuthorityLogonFailed: { config },
  CertificationAuthorityMisconfigured: { config, reason: 'It has no key.' },
  CertificationAuthorityNotChosen: { known: [] },
  CertificationAuthorityNotFound: { config, known: [] },
  CertificationAuthorityUnreachable: { config, reason: 'The RPC server is unavailable.' },
  CertificationAuthorityUnsupported: { config, reason: 'It knows no such key.' },
  CngKeyNotUsable: {},
  ComputerAmbiguous: { computer, machines: [] },
  ComputerNotFound: { computer, machines: [], poolMachines: [] },
  ConflictingRequestTarget: {},
  DenialCodeInvalid: { code: '0x1' },
  DeploymentFileRefused: { path, reason },
  DeploymentInvalid: { path, problems: [] },
  DeploymentNotFound: { folder: path },
  DeploymentNotJson: { path, line: 1, column: 1, near: '' },
  DeploymentPasswordMissing: { variable: 'PASSWORD', config },
  DuplicateAlternativeName: { name: computer },
  EdgeFqdnMissing: { pool: computer, use: 'AccessEdgeExternal' },
  EffectiveDatePassed: { date: '1/1/2020' },
  EmulatedRequestNotFound: { requestId, config },
  EmulatedRequestSettled: { requestId, config, action: 'denied', disposition: 'issued' },
  ExportFileExists: { path },
  ExportFileReadOnly: { path },
  ExportNotWritten: { path, reason },
  FileNotWritten: { parameter: 'Output', path, reason },
  FilterInvalid: { filter: '[' },
  IdentityNotFound: { kind: 'pool', identity: 'x', known: [] },
  IdentityNotKnown: { identity: 'x' },
  InstallationFailed: { path, reason },
  InstallationNoteUnreadable: { path, reason },
  InstallationRefused: { path, reason },
  InternalError: { detail: 'x' },
  InvalidCertificate: {},
  InvalidCountry: { country: 'USA' },
  InvalidDnsName: { name: 'a_b', problem: 'the part "a_b" is wrong' },
  InvalidKeySize: { keySize: 1 },
  IssuedCertificateRefused: { config, requestId, reason },
  KeyNotExportable: { thumbprint },
  KeyProtectionKeyMissing: { path },
  KeyProtectionKeyWrong: { found: 'this is another one', needed: 'a key file' },
  LocalComputerUnknown: { computer, machines: [] },
  LogFileNotWritten: { path, reason },
  MissingCaAccount: {},
  MissingCaPassword: { account: 'x' },
  MissingRequestTarget: {},
  MissingSubjectName: {},
  NameAttributeNotText: { attribute: 'OU', value: '' },
  NameAttributeTooLong: { attribute: 'OU', value: 'x', limit: 64 },
  NetportIdNotSupported: { product: 'Lync Server 2013' },
  NoCertificateType: {},
  OutputFileExists: { path },
  OutputNotFileSystem: { parameter: 'Output', path, provider: 'Environment' },
  OutputPathRefused: { parameter: 'Output', path, reason },
  ParameterNotOneLine: { parameter: 'City' },
  ParameterTooLong: { parameter: 'City', limit: 1 },
  PassphraseUnusable: { source: 'CSCERT_PASSPHRASE', reason: 'it is empty' },
  PrivateKeyAbsent: { thumbprint },
  PrivateKeyUnreadable: {},
  RequestNeverArrived: { requestId, config },
  RequestNotFound: { requestId },
  RequestNotMoved: { thumbprint },
  RequestRevoked: { requestId },
  RequestTakenOver: { requestId, state: 'imported' },
  RetrievedRequestDenied: { requestId, message: 'no' },
  RollNeedsEffectiveDate: {},
  SelfSignedNameMissing: {},
  SelfSignedValueRefused: { parameter: 'Subject', value: 'x', reason },
  SidUnknown: { sid: 'S-1' },
  SimpleUrlInvalid: { component: 'Meet', url: 'x' },
  SimpleUrlsUnknown: {},
  StateFolderRefused: { path, reason, cure: 'Use a folder that this account owns.' },
  StateFolderUnusable: { path, reason },
  StoreBusy: { path, seconds: 1 },
  StoreDamaged: { path, detail: 'x' },
  StoreEngineMissing: { version: '20.0.0' },
  StoreFailed: { path, detail: 'x' },
  StoreFull: { path },
  StoreNewer: { path, found: 2, known: 1 },
  StoreNotRecognised: { path },
  StoreNotWritable: { path, reason },
  StoreOfOtherComputer: { asked: 'fe02.contoso.com', own: computer },
  TenantUnknown: { tenant: 'x' },
  ThumbprintNotValid: { thumbprint, problem: 'it is too short' },
  TopologyInvalid: { document, path, position: undefined, problem: 'it is no XML' },
  TopologyNotPublished: { path },
  TopologyNotReadable: { document, path, reason },
  TopologyTooLarge: { document, path, limitMegabytes: 1, unpacked: false },
  UnknownCertificateType: { type: 'x' },
};

function fieldsOf<Code extends ErrorCode>(code: Code) {
  const definition: { message(args: unknown): string; advice?(args: unknown): string } = ERROR_CATALOGUE[code];
  const sample = SAMPLES[code];
  return { message: definition.message(sample), advice: definition.advice?.(sample) };
}

const CODES = Object.keys(SAMPLES).filter((code): code is ErrorCode => code in ERROR_CATALOGUE);

test('every error of the catalogue is shown in two sentences at least', () => {
  const shown = CODES.map((code) => `${code}: ${shownText(fieldsOf(code))}`);
  assert.deepEqual(
    shown.filter((text) => sentencesOf(text).length < 2),
    [],
  );
});

test('messages and advice end as sentences do', () => {
  const texts = CODES.flatMap((code) => Object.values(fieldsOf(code)).filter((text) => text !== undefined));
  assert.deepEqual(
    texts.filter((text) => !/[.!?)}]$|-RequestId 7$/.test(text)),
    [],
  );
});

const SHOWN: readonly (readonly [string, string | undefined, string])[] = [
  ['One.', 'Do this.', 'One. Do this.'],
  ['One. Two.', 'Do this.', 'One. Two.'],
  ['One.', undefined, 'One.'],
  ['The file "C:\\a. b." is 1.5 MB.', 'Do this.', 'The file "C:\\a. b." is 1.5 MB. Do this.'],
];

for (const [message, advice, expected] of SHOWN) {
  test(`"${message}" with ${advice === undefined ? 'no advice' : 'an advice'} is shown as "${expected}"`, () => {
    assert.equal(shownText({ message, advice }), expected);
  });
}
