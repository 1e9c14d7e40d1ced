import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { writeDeployment } from './harness/deployments.ts';
import { accessLines, logLines } from './harness/log-lines.ts';
import { makePlace } from './harness/place.ts';
import { objectsOf, onlyObject, type ProbedScript, propertyOf, runProbes, sayings } from './harness/probe.ts';

const CA = String.raw`atl-ca-001.litwareinc.com\myca`;
const EIGHT = 'Issuer NotAfter NotBefore SerialNumber Subject AlternativeNames Thumbprint Use';

describe('an Edge Server of Skype for Business Server 2015', () => {
  const place = makePlace();
  const linesOf = (name: string) =>
    logLines(readFileSync(join(place.work, name), 'utf8')).map((line) =>
      line.replace(/[0-9a-f]{32}_[0-9a-f-]{36}$/, 'KEY'),
    );
  let script: ProbedScript;

  before(async () => {
    const deployment = writeDeployment(place, {
      product: 'Skype for Business Server 2015',
      localComputer: 'atl-edge-001.litwareinc.com',
      centralManagementStore: 'unreachable',
    });
    script = await runProbes(
      place,
      `
$i = Request-CsCertificate -New -Type Internal -CA '${CA}'
Probe internal { $i; Set-CsCertificate -Reference $i -Report internal.html }
$x = Request-CsCertificate -New -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication -CA '${CA}' -KeyAlg ECDH_P256
Probe external { Set-CsCertificate -Type AccessEdgeExternal,DataEdgeExternal,AudioVideoAuthentication -Thumbprint $x.Thumbprint -Report external.html -Confirm:$false }
Probe uses { Get-CsCertificate | ForEach-Object Use }
Probe central { Set-CsCertificate -Identity Global -Type Internal -Thumbprint $i.Thumbprint }
`,
      { env: { CSCERT_DEPLOYMENT: deployment } },
    );
  });
  after(() => place[Symbol.dispose]());

  test('Internal: both ports, and the addresses of the replication and search services', () => {
    const reference = onlyObject(script.of('internal'));
    const thumbprint = propertyOf(reference, 'Thumbprint');
    const [, subject, names, ...each] = linesOf('internal.xml');
    assert.match(subject ?? '', /^The subject name of certificate /);
    assert.match(names ?? '', /" and the computed subject alternative names are ""\.$/);
    const add = (port: number) =>
      `Command "netsh http add sslcert ipport=[::]:${port} certhash=${thumbprint} appid={00112233-4455-6677-8899-aabbccddeeff}" returned "0".`;
    const reserve = (service: string) =>
      `Command "netsh http add urlacl url=https://+:4443/${service} user="NT AUTHORITY\\NETWORK SERVICE"" returned "0".`;
    assert.deepEqual(each.slice(0, -6), [
      'Certificate not found for the usage type "Internal".',
      'Private key file path: C:\\ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys\\KEY',
      ...accessLines('added'),
      `Certificate "${thumbprint}" has been added to the local data store with the usage type "Internal".`,
      add(444),
      add(4443),
      reserve('ReplicationWebService'),
      reserve('SkypeSearchProxy'),
    ]);
  });

  test('the external types have no bindings; a key of a CNG provider lies in its own folder', () => {
    const lines = linesOf('external.xml');
    assert.ok(!lines.some((line) => /netsh|binding/.test(line)));
    assert.ok(lines.includes('Private key file path: C:\\ProgramData\\Microsoft\\Crypto\\Keys\\KEY'));
    assert.deepEqual(sayings(script.of('uses')), [
      'Internal',
      'AccessEdgeExternal',
      'DataEdgeExternal',
      'AudioVideoAuthentication',
    ]);
  });

  test('the Central Management Store cannot be reached from it', () => {
    const { failure } = script.of('central');
    assert.equal(failure?.exceptionType, 'System.ArgumentException');
    assert.match(failure.id, /^CentralMgmtStoreInaccessible,/);
  });
});

describe('Lync Server 2010', () => {
  const place = makePlace();
  let script: ProbedScript;

  before(async () => {
    const deployment = writeDeployment(place, { product: 'Lync Server 2010' });
    script = await runProbes(
      place,
      `
$c = Request-CsCertificate -New -Type Default -CA '${CA}'
Probe requested { $c }
Probe piped { $c | Set-CsCertificate -Type Default; Set-CsCertificate -Reference $c -NetportId 5061 -Type Default }
Probe get { Get-CsCertificate -Report get.html }
$g = Get-CsCertificate
Probe names { $c.PSTypeNames[0]; $g.PSTypeNames[0] }
Probe view { (Get-CsCertificate | Out-String) -split '\\r?\\n' | Where-Object { $_ -match '^\\w+ +: ' } | ForEach-Object { ($_ -split ' ')[0] } }
Probe json { ($g | ConvertTo-Json | ConvertFrom-Json).PSObject.Properties.Name -join ' '; (($g | ConvertTo-Json | ConvertFrom-Json).AlternativeNames -join ',') -eq ($g.AlternativeNames -join ',') }
Probe csv { (($g | ConvertTo-Csv)[0] -replace '"') -replace ',', ' ' }
Probe xml { $d = [Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($g)); $d.Thumbprint -eq $g.Thumbprint; $d.NotAfter -eq $g.NotAfter; Set-CsCertificate -Reference $d -Type Default }
Probe text { '' + $g -match $g.Thumbprint }
Probe typed { [Microsoft.Rtc.Management.Deployment.CertificateReference] $typed = $g; $typed.Thumbprint -eq $g.Thumbprint }
`,
      { env: { CSCERT_DEPLOYMENT: deployment } },
    );
  });
  after(() => place[Symbol.dispose]());

  test('a certificate has eight properties under the name of the product, from Request and from Get', () => {
    for (const name of ['requested', 'get']) {
      const { properties } = onlyObject(script.of(name));
      assert.equal(properties.map((property) => property.name).join(' '), EIGHT);
    }
    const name = 'Microsoft.Rtc.Management.Deployment.CertificateReference';
    assert.deepEqual(sayings(script.of('names')), [name, name]);
  });

  test('its view and its log have no others', () => {
    assert.deepEqual(sayings(script.of('view')), EIGHT.split(' '));
    const [, block = ''] =
      /<Info Title="Output"[^>]*>([^<]*)</.exec(readFileSync(join(place.work, 'get.xml'), 'utf8')) ?? [];
    const labels = block
      .trim()
      .split('\r\n')
      .map((line) => line.split(/[ \t:]/)[0]);
    assert.deepEqual(labels, EIGHT.split(' '));
  });

  test('it binds to -Reference by value and by pipeline, and where a CertificateReference is wanted', () => {
    for (const name of ['piped', 'xml']) assert.equal(script.of(name).failure, null);
    assert.deepEqual(objectsOf(script.of('piped')), []);
    assert.deepEqual(sayings(script.of('typed')), ['True']);
  });

  test('JSON, CSV and CLIXML keep its values', () => {
    assert.deepEqual(sayings(script.of('json')), [EIGHT, 'True']);
    assert.deepEqual(sayings(script.of('csv')), [EIGHT]);
    assert.deepEqual(sayings(script.of('xml')), ['True', 'True']);
    assert.deepEqual(sayings(script.of('text')), ['True']);
  });
});
