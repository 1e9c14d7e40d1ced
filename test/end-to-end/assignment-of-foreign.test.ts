import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { logLines } from './harness/log-lines.ts';
import { makePlace } from './harness/place.ts';
import { objectsOf, type ProbedScript, runProbes, sayings, textsOf } from './harness/probe.ts';
import { runOpenssl } from './harness/programs.ts';

const PASSWORD = 'correct horse';

describe('a certificate of a CA outside, with a revocation list that nobody can reach', () => {
  const place = makePlace();
  const at = (name: string) => join(place.work, name);
  const openssl = async (...args: readonly string[]) => {
    const { exitCode, stderr } = await runOpenssl(place, args);
    assert.equal(exitCode, 0, stderr);
  };
  const issue = async (name: string, subject: string, ...more: readonly string[]) => {
    const key = ['-newkey', 'rsa:2048', '-nodes', '-keyout', `${name}.key`];
    await openssl('req', ...key, '-out', `${name}.req`, '-subj', `/CN=${subject}`, ...more);
    const pss = name === 'pss' ? ['-sigopt', 'rsa_padding_mode:pss'] : [];
    const sign = [...pss, '-CA', 'root.pem', '-CAkey', 'root.key', '-days', '30', '-copy_extensions', 'copy'];
    await openssl('x509', '-req', '-in', `${name}.req`, ...sign, '-out', `${name}.pem`);
    const pair = ['-inkey', `${name}.key`, '-in', `${name}.pem`, '-certfile', 'root.pem'];
    await openssl('pkcs12', '-export', ...pair, '-passout', `pass:${PASSWORD}`, '-out', `${name}.pfx`);
  };
  let script: ProbedScript;

  before(async () => {
    const root = ['-subj', '/CN=Outside Root', '-addext', 'basicConstraints=critical,CA:TRUE', '-days', '60'];
    await openssl('req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-keyout', 'root.key', '-out', 'root.pem', ...root);
    const list = ['-addext', 'crlDistributionPoints=URI:http://nowhere.invalid/root.crl'];
    await issue('pool', 'pool1.litwareinc.com', '-addext', 'subjectAltName=DNS:pool1.litwareinc.com', ...list);
    await issue('oauth', 'litwareinc.com');
    await issue('pss', 'pool1.litwareinc.com');
    script = await runProbes(
      place,
      `
Probe path { Set-CsCertificate -Identity Global -Type OAuthTokenIssuer -Path oauth.pfx -Password '${PASSWORD}' -Report path.html }
Probe global { Get-CsCertificate global | ForEach-Object { '' + $_.Use + ' ' + $_.Issuer + ' ' + $_.Subject } }
Probe whatif { Set-CsCertificate -Identity Global -Type Default -Path pool.pfx -Password '${PASSWORD}' -WhatIf -Report whatif.html; @(Get-CsCertificate).Count }
Probe wrong { Set-CsCertificate -Identity Global -Type Default -Path pool.pfx -Password wrong }
Probe site { Set-CsCertificate -Identity site:Redmond -Type Default -Path pool.pfx -Password '${PASSWORD}' }
Import-CsCertificate -Path pool.pfx -Password '${PASSWORD}'
Import-CsCertificate -Path pss.pfx -Password '${PASSWORD}'
Probe pss { Set-CsCertificate -Type Default -Thumbprint ([Security.Cryptography.X509Certificates.X509Certificate2]::new("$PWD/pss.pem").Thumbprint) }
Probe listed { Set-CsCertificate -Type Default -Thumbprint ([Security.Cryptography.X509Certificates.X509Certificate2]::new("$PWD/pool.pem").Thumbprint) -Report listed.html; (Get-CsCertificate -Type Default).Issuer }
`,
    );
  });
  after(() => place[Symbol.dispose]());

  test('-Path imports the file and assigns its certificate, with one log', () => {
    assert.equal(script.of('path').failure, null);
    assert.deepEqual(objectsOf(script.of('path')), []);
    assert.deepEqual(sayings(script.of('global')), ['OAuthTokenIssuer CN=Outside Root CN=litwareinc.com']);
    const xml = readFileSync(at('path.xml'), 'utf8');
    assert.match(xml, /<CsMgmtLog Name="Set-CsCertificate">/);
    assert.match(xml, /<Action Name="Set Certificate" /);
    const lines = logLines(xml);
    const position = (text: RegExp) => lines.findIndex((line) => text.test(line));
    assert.ok(
      position(/^Certificate was imported with the thumbprint/) < position(/has been added to the local data store/),
    );
    assert.equal(textsOf(script.of('path'), 'information').length, 2);
  });

  test('-Path with -WhatIf, a wrong password or another identity changes nothing', () => {
    assert.deepEqual(sayings(script.of('whatif')), ['1']);
    assert.ok(existsSync(at('whatif.xml')));
    assert.equal(script.of('wrong').failure?.exceptionType, 'System.Security.Cryptography.CryptographicException');
    assert.match(script.of('site').failure?.id ?? '', /^IdentityNotKnown,/);
  });

  test('a signature by RSASSA-PSS, which the product does not support, is a warning', () => {
    assert.equal(script.of('pss').failure, null);
    assert.match(
      textsOf(script.of('pss'), 'warning').join(),
      /^The certificate "[0-9A-F]{40}" is signed with RSASSA-PSS/,
    );
  });

  test('its log begins with what the product says of such a list, as information', () => {
    assert.deepEqual(sayings(script.of('listed')), ['CN=Outside Root']);
    const lines = logLines(readFileSync(at('listed.xml'), 'utf8'));
    assert.deepEqual(lines.slice(1, 3), [
      'RevocationStatusUnknown: The revocation function was unable to check revocation for the certificate.\r\n',
      'OfflineRevocation: The revocation function was unable to check revocation because the revocation server was offline.\r\n',
    ]);
    assert.match(
      lines[3] ?? '',
      /^Revocation status unknown\. Cannot contact the revocation server specified in certificate "[0-9A-F]{40}" for the issuer "CN=Outside Root"\.$/,
    );
    assert.match(lines[4] ?? '', /^The subject name of certificate /);
    assert.deepEqual(textsOf(script.of('listed'), 'warning'), []);
  });
});
