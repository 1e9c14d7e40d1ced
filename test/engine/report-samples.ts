import { CommandLogBuilder, type LoggedException } from '../../src/domain/command-log/command-log-builder.ts';
import type { CommandLog } from '../../src/domain/command-log.ts';
import { cultureDateFormat } from '../../src/domain/culture-date.ts';
import type { CertificateReference } from '../../src/domain/request/certificate-reference.ts';

const AUTHORITY = 'atl-ca-001.litwareinc.com\\myca';
export const THUMBPRINT = '9A1D5B0C7E4F3A2B1C0D9E8F7A6B5C4D3E2F1A0B';

const NAMES = [
  { name: 'pool1.litwareinc.com', reason: 'subject: FQDN of the pool of atl-cs-001.litwareinc.com' },
  { name: 'atl-cs-001.litwareinc.com', reason: 'FQDN of this computer' },
  { name: 'dialin.litwareinc.com', reason: 'simple URL Dialin' },
  { name: 'LyncdiscoverInternal.litwareinc.com', reason: 'SIP domain litwareinc.com, automatic client sign-in' },
];

export const REFERENCE: CertificateReference = {
  issuer: 'CN=myca, DC=litwareinc, DC=com',
  notAfter: new Date('2020-10-31T17:32:08Z'),
  notBefore: new Date('2018-11-01T17:32:08Z'),
  serialNumber: '7A00000004B2C6D1F8E3A5907C000000000004',
  subject: 'CN=pool1.litwareinc.com, OU=IT, O=Litware, L=Redmond, S=Washington, C=US',
  alternativeNames: NAMES.map(({ name }) => name),
  thumbprint: THUMBPRINT,
  effectiveDate: undefined,
  previousThumbprint: '',
  updateTime: undefined,
  use: 'Default,WebServicesInternal',
  sourceScope: '',
};

export const BINDING_EXCEPTION: LoggedException = {
  type: 'System.InvalidOperationException',
  message: 'Https binding not found on the website.',
  stackTrace:
    '   at Microsoft.Rtc.Management.Deployment.Core.Certificate.BindCertiticate(String name)\r\n   at Microsoft.Rtc.Management.Deployment.Tasks.SetCertificateTask.Action()',
  inner: {
    type: 'System.IO.IOException',
    message: 'The file "applicationHost.config" is in use.',
    stackTrace: '   at System.IO.FileStream.Init(String path)',
  },
};

/** A builder whose clock starts at 2018-11-01 17:37:08 UTC and goes on one second every `entriesPerSecond` calls. */
export function sampleBuilder(name: string, entriesPerSecond = Number.POSITIVE_INFINITY): CommandLogBuilder {
  const start = Date.UTC(2018, 10, 1, 17, 37, 8);
  let calls = 0;
  const now = () => new Date(start + Math.floor(calls++ / entriesPerSecond) * 1000);
  return new CommandLogBuilder(name, { now, formatDate: cultureDateFormat('en-US', 'UTC') });
}

function beginRequest(log: CommandLogBuilder): void {
  log.info(
    'Data Source=(local)\\rtclocal;Initial Catalog=xds;Integrated Security=True;Application Name=Microsoft.Rtc.Management',
    { title: 'Connection' },
  );
  log.beginAction();
  log.info('Certificate use: Default,WebServicesInternal');
  log.info('Subject distinguished name (DN): CN="pool1.litwareinc.com"');
}

function issue(log: CommandLogBuilder): void {
  log.info(`Certificate request submitted to certification authority (CA) "${AUTHORITY}".`);
  log.info('Certificate issued successfully.');
  log.info(`Certificate was imported with the thumbprint "${THUMBPRINT}".`);
  log.info(`Issued thumbprint "${THUMBPRINT}" for use "Default,WebServicesInternal" by "${AUTHORITY}".`);
  log.complete();
}

/** Issued at once, with alternative names and the reasons of all names. */
export function issuedLog(): CommandLog {
  const log = sampleBuilder('Request-CsCertificate', 6);
  beginRequest(log);
  log.list('Subject alternative name: ', REFERENCE.alternativeNames);
  log.names(NAMES, [{ name: 'meet.litwareinc.com', reason: 'simple URL Meet of another SIP domain' }]);
  issue(log);
  log.output(REFERENCE);
  log.finish();
  return log.toLog();
}

/** Issued without alternative names, as for the internal side of an Edge. */
export function issuedWithoutNamesLog(): CommandLog {
  const log = sampleBuilder('request-cscertificate');
  beginRequest(log);
  issue(log);
  log.output({ ...REFERENCE, alternativeNames: [] });
  log.finish();
  return log.toLog();
}

/** An offline request: the same lines up to the alternative names, then the file (domain facts 10). */
export function offlineLog(): CommandLog {
  const log = sampleBuilder('Request-CsCertificate');
  beginRequest(log);
  log.list('Subject alternative name: ', REFERENCE.alternativeNames);
  log.info('Certificate request was written to the file "C:\\Certificates\\Web & <Edge>.req".');
  log.complete();
  log.finish();
  return log.toLog();
}

/** Issued, with a warning inside the action and one for the run. */
export function warningLog(): CommandLog {
  const log = sampleBuilder('Request-CsCertificate', 6);
  beginRequest(log);
  log.warning('A key of 1024 bits is weak. Use -KeySize 2048 or 4096.');
  issue(log);
  log.info([
    'RevocationStatusUnknown: The revocation function was unable to check revocation for the certificate.',
    '',
  ]);
  log.output(REFERENCE);
  log.finish();
  return log.toLog();
}

/** A named action in which an exception with a cause was thrown. */
export function failureLog(): CommandLog {
  const log = sampleBuilder('Set-CsCertificate', 4);
  log.info('Data Source=(local)\\rtclocal', { title: 'Connection' });
  log.beginAction('Set Certificate');
  log.info('Certificate use: Default');
  log.fail(BINDING_EXCEPTION);
  return log.toLog();
}
