import assert from 'node:assert/strict';
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { makePlace } from './harness/place.ts';
import { objectsOf, type ProbedScript, propertyOf, runProbes, sayings, textsOf, warningsOf } from './harness/probe.ts';
import { runCscert, runOpenssl } from './harness/programs.ts';

const PASSWORD = 'correct horse';
const CRYPTOGRAPHIC = 'System.Security.Cryptography.CryptographicException';
const CMDLET = 'Microsoft.Rtc.Management.Deployment.ImportCertificateCmdlet';

interface Listed {
  readonly Store: string;
  readonly Thumbprint: string;
  readonly FriendlyName: string;
  readonly Subject: string;
  readonly HasPrivateKey: boolean;
  readonly Exportable: boolean;
}

describe('Import-CsCertificate: the offline script, with OpenSSL as the CA outside', () => {
  const place = makePlace();
  const at = (name: string) => join(place.work, name);
  const openssl = async (...args: readonly string[]) => {
    const { exitCode, stderr } = await runOpenssl(place, args);
    assert.equal(exitCode, 0, stderr);
  };
  const listed = async (): Promise<readonly Listed[]> =>
    JSON.parse((await runCscert(place, ['certificate', 'list'])).stdout);
  let script: ProbedScript;
  let rehearsed: readonly Listed[];
  let imported: readonly Listed[];

  before(async () => {
    const root = ['-subj', '/CN=Outside Root', '-addext', 'basicConstraints=critical,CA:TRUE', '-days', '60'];
    const key = ['-newkey', 'rsa:2048', '-nodes'];
    await openssl('req', '-x509', ...key, '-keyout', 'root.key', '-out', 'root.pem', ...root);
    await runProbes(
      place,
      `Request-CsCertificate -New -Type Default -Output x.req -FriendlyName 'From outside'
       Request-CsCertificate -New -Type WebServicesInternal -Output C:\\Certificates\\web.req -PrivateKeyExportable $true`,
    );
    const drive = join(place.home, 'drives', 'C', 'Certificates');
    copyFileSync(join(drive, 'web.req'), at('web.req'));
    const sign = ['-CA', 'root.pem', '-CAkey', 'root.key', '-days', '30', '-copy_extensions', 'copy'];
    await openssl('x509', '-req', '-in', 'x.req', ...sign, '-out', 'x.cer');
    await openssl('x509', '-req', '-in', 'web.req', ...sign, '-out', 'web.pem');
    await openssl('crl2pkcs7', '-nocrl', '-certfile', 'web.pem', '-certfile', 'root.pem', '-out', 'web.p7b');
    copyFileSync(at('web.p7b'), join(drive, 'WEB.P7B'));
    await openssl('req', ...key, '-keyout', 'edge.key', '-out', 'edge.req', '-subj', '/CN=sip.litwareinc.com');
    await openssl('x509', '-req', '-in', 'edge.req', ...sign, '-out', 'edge.pem');
    const pair = ['-inkey', 'edge.key', '-in', 'edge.pem', '-certfile', 'root.pem', '-name', 'Edge external'];
    await openssl('pkcs12', '-export', '-legacy', ...pair, '-passout', `pass:${PASSWORD}`, '-out', 'edge.pfx');
    mkdirSync(at('folder'));
    mkdirSync(join(place.home, 'drives', 'UNC', 'fs01', 'Certs'), { recursive: true });
    copyFileSync(at('root.pem'), join(place.home, 'drives', 'UNC', 'fs01', 'Certs', 'root.cer'));
    await runProbes(place, 'Import-CsCertificate -Path x.cer -WhatIf');
    rehearsed = await listed();
    script = await runProbes(
      place,
      `
Probe rehearsed { Import-CsCertificate -Path x.cer -WhatIf }
Probe answer { Import-CsCertificate -Path x.cer }
Probe 'open afterwards' { (Request-CsCertificate -List).RequestId }
Probe again { Import-CsCertificate -Path ./X.CER.none -ErrorAction Stop }
Probe twice { Import-CsCertificate -Path x.cer }
Probe chain { Import-CsCertificate -Path C:\\certificates\\web.p7b -Verbose }
Probe share { Import-CsCertificate -Path \\\\atl-cs-001\\c$\\Certificates\\web.p7b; Import-CsCertificate -Path \\\\fs01\\certs\\root.cer }
Probe trusted { Import-CsCertificate -Path x.cer }
Probe wrong { Import-CsCertificate -Path edge.pfx -Password wrong }
Probe 'wrong, caught' { try { Import-CsCertificate -Path edge.pfx } catch [${CRYPTOGRAPHIC}] { 'caught' }; 'went on' }
Probe secure { Import-CsCertificate -Path edge.pfx -Password (ConvertTo-SecureString '${PASSWORD}' -AsPlainText -Force) }
Probe pfx { Import-CsCertificate -Path edge.pfx -Password '${PASSWORD}' -PrivateKeyExportable $true -Report C:\\Logs\\import.html -Verbose }
Probe garbage { Import-CsCertificate -Path x.req }
Probe folder { Import-CsCertificate -Path folder }
Probe positional { Import-CsCertificate x.cer }
Probe 'roll without a date' { Import-CsCertificate -Path x.cer -Roll }
Probe 'a date that has passed' { Import-CsCertificate -Path x.cer -EffectiveTime '1/1/2020' }
Probe 'a date, and nothing assigned' { Import-CsCertificate -Path x.cer -Roll -EffectiveDate (Get-Date).AddDays(1) }
Probe registry { Import-CsCertificate -Path function:x.cer }
`,
    );
    imported = await listed();
  });
  after(() => place[Symbol.dispose]());

  test('-WhatIf says where everything would go, and nothing goes anywhere', () => {
    assert.equal(script.of('rehearsed').failure, null);
    assert.deepEqual(
      rehearsed.filter(({ Store }) => Store !== 'REQUEST'),
      [],
    );
    assert.match(
      script.stdout,
      /What if: Import the certificate file "x\.cer": "[0-9A-F]{40}" \(CN=pool1\.litwareinc\.com\) into LocalMachine\\My with the private key of the certificate request "-1"\./,
    );
  });

  test('the answer joins its key, silently but for the root that is missing; the request is done', () => {
    const { failure } = script.of('answer');
    assert.equal(failure, null, failure?.message);
    assert.deepEqual(objectsOf(script.of('answer')), []);
    const [warning, ...more] = warningsOf(script.of('answer'));
    assert.match(
      warning ?? '',
      /does not lead to a trusted root certificate: the store of trusted root certificates is empty\. Import the certificates of the certification authority \(CA\) "CN=Outside Root" as well\.$/,
    );
    assert.deepEqual(more, []);
    assert.deepEqual(sayings(script.of('open afterwards')), ['-2']);
    const entry = imported.find(({ FriendlyName }) => FriendlyName === 'From outside');
    assert.deepEqual([entry?.Store, entry?.HasPrivateKey, entry?.Exportable], ['My', true, false]);
  });

  test('a second time nothing happens', () => {
    assert.equal(script.of('twice').failure, null);
    assert.equal(imported.filter(({ Subject }) => Subject === 'CN=pool1.litwareinc.com').length, 2);
  });

  test('a .p7b on a Windows drive brings its root; then what hangs on it is trusted', () => {
    assert.equal(script.of('chain').failure, null);
    assert.deepEqual(textsOf(script.of('chain'), 'warning'), []);
    assert.deepEqual(textsOf(script.of('trusted'), 'warning'), []);
    const [first, second] = textsOf(script.of('chain'), 'verbose');
    assert.match(first ?? '', /^Creating new log file ".*Import-CsCertificate-[0-9a-f-]{36}\.xml"\.$/);
    assert.equal(
      second,
      'Import the certificate file "C:\\certificates\\web.p7b" into the certificate stores of this computer.',
    );
    assert.deepEqual(
      textsOf(script.of('chain'), 'verbose').slice(-4)[0],
      'No changes were made to the Central Management Store.',
    );
    assert.deepEqual(
      imported.filter(({ Store }) => Store === 'Root').map(({ Subject }) => Subject),
      ['CN=Outside Root'],
    );
  });

  test('a file on a share, and on the share of the own drive', () => {
    assert.equal(script.of('share').failure, null, script.of('share').failure?.message);
    assert.deepEqual(textsOf(script.of('share'), 'warning'), []);
  });

  for (const name of ['wrong', 'secure']) {
    test(`a password that is ${name} is an error of its own`, () => {
      const { failure } = script.of(name);
      assert.equal(failure?.exceptionType, CRYPTOGRAPHIC);
      assert.equal(failure.message, 'The specified network password is not correct.');
      assert.equal(failure.hresult >>> 0, 0x80070056);
      assert.equal(failure.id, `CertificateFilePasswordWrong,${CMDLET}`);
      assert.equal(
        failure.details,
        'Command execution failed: The specified network password is not correct. Specify the password of the file with -Password, in plain text.',
      );
    });
  }

  test('it is terminating: a typed catch block takes it, and the next line runs', () => {
    assert.deepEqual(sayings(script.of('wrong, caught')), ['caught', 'went on']);
  });

  test('a .pfx brings its key, exportable where that was said; the log tells it, and not the password', () => {
    assert.equal(script.of('pfx').failure, null);
    const entry = imported.find(({ FriendlyName }) => FriendlyName === 'Edge external');
    assert.deepEqual([entry?.Store, entry?.HasPrivateKey, entry?.Exportable], ['My', true, true]);
    const xml = readFileSync(join(place.home, 'drives', 'C', 'Logs', 'import.xml'), 'utf8');
    assert.match(xml, /<CsMgmtLog Name="Import-CsCertificate">/);
    assert.match(xml, /<Action Name="Import Certificate" Time=/);
    assert.ok(xml.includes(`Certificate was imported with the thumbprint "${entry?.Thumbprint}".`));
    assert.ok(existsSync(join(place.home, 'drives', 'C', 'Logs', 'import.html')));
    assert.ok(!xml.includes(PASSWORD) && !JSON.stringify(script.of('pfx')).includes(PASSWORD));
  });

  const refused: readonly (readonly [probe: string, type: string, id: string, says: string])[] = [
    ['again', 'System.IO.IOException', 'CertificateFileNotRead', 'it does not exist'],
    ['folder', 'System.IO.IOException', 'CertificateFileNotRead', 'it is a folder'],
    ['garbage', CRYPTOGRAPHIC, 'CertificateFileInvalid', 'it is a certificate request, not a certificate'],
    ['registry', 'System.ArgumentException', 'OutputNotFileSystem', 'of -Path is on the provider "Function"'],
  ];
  for (const [probe, type, id, says] of refused) {
    test(`${probe}: ${id}`, () => {
      const { failure } = script.of(probe);
      assert.equal(failure?.exceptionType, type);
      assert.equal(failure.id, `${id},${CMDLET}`);
      assert.ok(failure.message.includes(says), failure.message);
    });
  }

  test('-Path has no position: what stands first is the identity', () => {
    assert.match(script.of('positional').failure?.id ?? '', /^MissingMandatoryParameter,/);
  });

  test('-Roll needs -EffectiveDate, and the date has to come', () => {
    assert.equal(script.of('roll without a date').failure?.id, `RollNeedsEffectiveDate,${CMDLET}`);
    assert.equal(script.of('a date that has passed').failure?.id, `EffectiveDatePassed,${CMDLET}`);
  });

  test('a date where nothing is assigned is a warning', () => {
    const { failure } = script.of('a date, and nothing assigned');
    assert.equal(failure, null);
    const warnings = textsOf(script.of('a date, and nothing assigned'), 'warning');
    assert.match(warnings.join(), /^The certificate was not assigned, so nothing becomes effective on /);
  });
});

describe('Import-CsCertificate -Identity Global -Type: the certificate is assigned for the deployment', () => {
  const place = makePlace();
  const openssl = async (...args: readonly string[]) => {
    const { exitCode, stderr } = await runOpenssl(place, args);
    assert.equal(exitCode, 0, stderr);
  };
  let script: ProbedScript;

  before(async () => {
    const root = ['-subj', '/CN=Outside Root', '-addext', 'basicConstraints=critical,CA:TRUE', '-days', '60'];
    const key = ['-newkey', 'rsa:2048', '-nodes'];
    await openssl('req', '-x509', ...key, '-keyout', 'root.key', '-out', 'root.pem', ...root);
    const sign = ['-CA', 'root.pem', '-CAkey', 'root.key', '-days', '30'];
    for (const name of ['first', 'second', 'third']) {
      await openssl('req', ...key, '-keyout', `${name}.key`, '-out', `${name}.req`, '-subj', `/CN=${name}`);
      await openssl('x509', '-req', '-in', `${name}.req`, ...sign, '-out', `${name}.pem`);
      const pair = ['-inkey', `${name}.key`, '-in', `${name}.pem`, '-certfile', 'root.pem'];
      await openssl('pkcs12', '-export', ...pair, '-passout', `pass:${PASSWORD}`, '-out', `${name}.pfx`);
    }
    script = await runProbes(
      place,
      `
$secret = @{ Password = '${PASSWORD}' }
Probe rehearsed { Import-CsCertificate Global -Path first.pfx @secret -Type OAuthTokenIssuer -WhatIf }
Probe 'needed by nobody here' { Import-CsCertificate -Identity Global -Path first.pfx @secret -Type Internal }
Probe 'another identity' { Import-CsCertificate -Identity site:Redmond -Path first.pfx @secret -Type OAuthTokenIssuer }
Probe 'no key' { Import-CsCertificate -Identity Global -Path first.pem -Type OAuthTokenIssuer }
Probe 'an exportable key' { Import-CsCertificate -Identity Global -Path first.pfx -Type OAuthTokenIssuer -PrivateKeyExportable $true }
Probe nothing { Get-CsCertificate }
Probe first { Import-CsCertificate GLOBAL -Path first.pfx @secret -Type OAuthTokenIssuer -Verbose }
Probe assigned { Get-CsCertificate -Type OAuthTokenIssuer }
Probe second { Import-CsCertificate -Identity Global -Path second.pfx @secret -Type oauthtokenissuer -Roll -EffectiveTime (Get-Date).AddDays(2) -Force }
Probe 'set from a file, rehearsed' { Set-CsCertificate -Identity Global -Path first.pfx @secret -Type OAuthTokenIssuer -WhatIf }
Probe 'set from a file, wrong password' { Set-CsCertificate -Identity Global -Path third.pfx -Password wrong -Type OAuthTokenIssuer }
Probe staged { Get-CsCertificate -Type OAuthTokenIssuer }
Probe 'set from a file' { Set-CsCertificate -Identity Global -Path third.pfx @secret -Type OAuthTokenIssuer }
Probe third { Get-CsCertificate -Type OAuthTokenIssuer }
`,
    );
  });
  after(() => place[Symbol.dispose]());

  test('-WhatIf says both in one sentence', () => {
    assert.equal(script.of('rehearsed').failure, null);
    assert.match(
      script.stdout,
      /What if: Import .* with the private key of the file; .* into LocalMachine\\Root\. Assign the certificate "[0-9A-F]{40}" globally for the type "OAuthTokenIssuer"\./,
    );
  });

  for (const [probe, id] of [
    ['needed by nobody here', 'CertificateNotNeeded'],
    ['another identity', 'IdentityNotKnown'],
    ['no key', 'CertificateFileNotAssignable'],
    ['an exportable key', 'AmbiguousParameterSet'],
  ] as const) {
    test(`${probe}: ${id}, and nothing is imported`, () => {
      assert.equal(script.of(probe).failure?.id, `${id},${CMDLET}`, script.of(probe).failure?.message);
      assert.deepEqual(objectsOf(script.of('nothing')), []);
    });
  }

  test('it is imported and assigned; the log says both', () => {
    assert.equal(script.of('first').failure, null, script.of('first').failure?.message);
    assert.deepEqual(objectsOf(script.of('first')), []);
    const [assigned] = objectsOf(script.of('assigned'));
    assert.equal(assigned && propertyOf(assigned, 'Subject'), 'CN=first');
    assert.equal(
      textsOf(script.of('first'), 'information')[0],
      'The following certificate was assigned for the type "OAuthTokenIssuer":',
    );
  });

  test('a successor is staged with its date, and the one before it is kept', () => {
    assert.equal(script.of('second').failure, null, script.of('second').failure?.message);
    const [assigned] = objectsOf(script.of('assigned'));
    const staged = objectsOf(script.of('staged'));
    assert.ok(assigned !== undefined && staged.length === 1 && staged[0] !== undefined);
    assert.equal(propertyOf(staged[0], 'Subject'), 'CN=second');
    assert.equal(propertyOf(staged[0], 'PreviousThumbprint'), propertyOf(assigned, 'Thumbprint'));
    assert.ok(propertyOf(staged[0], 'EffectiveDate'));
  });

  test('Set-CsCertificate -Path imports and assigns the certificate of a file', () => {
    assert.equal(script.of('set from a file, rehearsed').failure, null);
    const { failure } = script.of('set from a file, wrong password');
    assert.equal(failure?.id, 'CertificateFilePasswordWrong,Microsoft.Rtc.Management.Deployment.SetCertificateCmdlet');
    assert.equal(script.of('set from a file').failure, null, script.of('set from a file').failure?.message);
    const [third] = objectsOf(script.of('third'));
    assert.equal(third && propertyOf(third, 'Subject'), 'CN=third');
  });
});
