import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { accessLines, logLines } from './harness/log-lines.ts';
import { makePlace } from './harness/place.ts';
import { objectsOf, onlyObject, type ProbedScript, propertyOf, runProbes, sayings, textsOf } from './harness/probe.ts';
import { runCscert } from './harness/programs.ts';

const CA = String.raw`atl-ca-001.litwareinc.com\myca`;
const FRONT_END = 'Default,WebServicesInternal,WebServicesExternal';

const REFERENCE = [
  'Issuer System.String',
  'NotAfter System.DateTime',
  'NotBefore System.DateTime',
  'SerialNumber System.String',
  'Subject System.String',
  'AlternativeNames System.String[]',
  'Thumbprint System.String',
  'EffectiveDate System.Nullable`1[[System.DateTime',
  'PreviousThumbprint System.String',
  'UpdateTime System.Nullable`1[[System.DateTime',
  'Use System.String',
  'SourceScope System.String',
];

describe('the commonest script: request, assign, look', () => {
  const place = makePlace();
  let script: ProbedScript;
  const lines = (name: string) => logLines(readFileSync(join(place.work, name), 'utf8'));

  before(async () => {
    script = await runProbes(
      place,
      `
$c = Request-CsCertificate -New -Type ${FRONT_END} -CA '${CA}'
Probe nothing { Get-CsCertificate; Get-CsCertificate -Type Default -ErrorAction Stop; Get-CsCertificate -Type XmppServer }
Probe requested { $c }
Probe set { Set-CsCertificate -Reference $c -Type ${FRONT_END} -Report set.html -Verbose }
Probe get { Get-CsCertificate -Report get.html }
Probe one { Get-CsCertificate -Type webservicesinternal }
Probe uses { Get-CsCertificate | Where-Object {$_.Use -eq 'Default'} | ForEach-Object Thumbprint }
$o = Request-CsCertificate -New -Type OAuthTokenIssuer -CA '${CA}'
Probe oauth { Set-CsCertificate -Type oauthtokenissuer -Thumbprint $o.Thumbprint.ToLower() -Report oauth.html -Confirm:$false }
Probe global { Get-CsCertificate global | ForEach-Object { '' + $_.Use + ' ' + ($_.Thumbprint -eq $o.Thumbprint) } }
Probe order { Get-CsCertificate | ForEach-Object Use }
$n = Request-CsCertificate -New -Type Default -CA '${CA}'
Probe whatif { Set-CsCertificate -Reference $n -WhatIf 6>&1; (Get-CsCertificate -Type Default).Thumbprint -eq $c.Thumbprint }
function Assign { [CmdletBinding(SupportsShouldProcess)] param() Set-CsCertificate -Reference $n -Type Default; Remove-CsCertificate -Type WebServicesInternal }
Probe dry { $before = Get-CsCertificate | Out-String; Assign -WhatIf; & { $WhatIfPreference = $true; Set-CsCertificate -Thumbprint $n.Thumbprint; Remove-CsCertificate }; (Get-CsCertificate | Out-String) -eq $before }
Probe piped { $n | Set-CsCertificate -Type Default; $d = Get-CsCertificate -Type Default; '' + ($d.Thumbprint -eq $n.Thumbprint) + ' ' + ($d.PreviousThumbprint -eq $c.Thumbprint) }
Probe byUseOfRequest { Set-CsCertificate -Thumbprint ('  ' + ($c.Thumbprint -replace '(..)', '$1 ')); (Get-CsCertificate -Type Default).Thumbprint -eq $c.Thumbprint }
Probe mismatch { Set-CsCertificate -Reference $o -Type Default -Report mismatch.html; Set-CsCertificate -Reference $c -Type Default }
Probe forced { Set-CsCertificate -Reference $o -Type Default -Force; Set-CsCertificate -Reference $c -Type Default }
Probe tested { Test-CsCertificateConfiguration -Report tested.html }
Probe previous { Remove-CsCertificate -Type Default -Previous -Report previous.html; (Get-CsCertificate -Type Default).PreviousThumbprint.Length }
Probe whatifRemove { Remove-CsCertificate -WhatIf; @(Get-CsCertificate).Count }
Probe removed { Remove-CsCertificate -Type WebServicesInternal -Report removed.html; Get-CsCertificate -Type WebServicesInternal }
Probe silent { Remove-CsCertificate -Type webservicesexternal -Confirm:$false; Remove-CsCertificate global -Force; Get-CsCertificate | ForEach-Object Use }
Probe again { Remove-CsCertificate -Type WebServicesExternal }
Probe failed { Set-CsCertificate -Type Default -Thumbprint ('A' * 40) -Report failed.html }
Probe completed { $offered = [Management.Automation.CommandCompletion]::CompleteInput('Set-CsCertificate -Thumbprint ', 30, $null).CompletionMatches.CompletionText; ($offered -join ' ') -eq (($n.Thumbprint, $o.Thumbprint, $c.Thumbprint) -join ' ') }
Probe text { '' + $c -match $c.Thumbprint }
Probe json { ($c | ConvertTo-Json | ConvertFrom-Json).Thumbprint -eq $c.Thumbprint; $g = Get-CsCertificate -Type Default; $g.EffectiveTime -eq $g.EffectiveDate }
Probe deserialised { Set-CsCertificate -Reference ([Management.Automation.PSSerializer]::Deserialize([Management.Automation.PSSerializer]::Serialize($n))) -Type Default; (Get-CsCertificate -Type Default).Thumbprint -eq $n.Thumbprint }
Probe lost { Remove-Item "Cert:\\LocalMachine\\My\\$($n.Thumbprint)"; Get-CsCertificate -Type Default -Report lost.html -ErrorAction SilentlyContinue }
`,
    );
  });
  after(() => place[Symbol.dispose]());

  test('what has no certificate gives no object and no error', () => {
    assert.deepEqual(script.of('nothing').records, []);
  });

  test('Set puts nothing out; its host lines come two a type, in the order of the call', () => {
    const probed = script.of('set');
    const reference = onlyObject(script.of('requested'));
    const value = (name: string) => String(propertyOf(reference, name));
    const ends = new Date(value('NotAfter'));
    const date = [ends.getMonth() + 1, ends.getDate()].map((part) => String(part).padStart(2, '0')).join('/');
    assert.deepEqual(objectsOf(probed), []);
    assert.deepEqual(
      textsOf(probed, 'information'),
      FRONT_END.split(',').flatMap((use) => [
        `The following certificate was assigned for the type "${use}":`,
        `${use}: ${value('Thumbprint')} pool1.litwareinc.com ${date}/${ends.getFullYear()} CN=myca, DC=litwareinc, DC=com ${value('SerialNumber')}`,
      ]),
    );
  });

  test('Set -Verbose says what it does in the words of the product, and nothing of a store without changes', () => {
    const [creating, assigning, ...others] = textsOf(script.of('set'), 'verbose');
    assert.match(creating ?? '', /^Creating new log file ".*set\.xml"\.$/);
    assert.equal(assigning, 'Assign the certificate to the local or central configuration databases.');
    assert.match(others.at(-3) ?? '', /^Creating new log file ".*set\.html"\.$/);
    assert.equal(others.at(-2), '"Set-CsCertificate" processing has completed successfully.');
    assert.ok(!others.includes('No changes were made to the Central Management Store.'));
  });

  test('the log of Set has the lines of the product in its order (domain facts 7.3)', () => {
    const reference = onlyObject(script.of('requested'));
    const thumbprint = String(propertyOf(reference, 'Thumbprint'));
    const serial = String(propertyOf(reference, 'SerialNumber'));
    const assigned = textsOf(script.of('set'), 'information');
    const names = String(propertyOf(reference, 'AlternativeNames')).split(/[, ]+/).join(',');
    const binding = {
      Default: `Command "netsh http add sslcert ipport=[::]:444 certhash=${thumbprint} appid={00112233-4455-6677-8899-aabbccddeeff}" returned "0".`,
      WebServicesInternal: `Add or remove binding in the website "Lync Server Internal Web Site" with certificate "${serial}".`,
      WebServicesExternal: `Add or remove binding in the website "Lync Server External Web Site" with certificate "${serial}".`,
    };
    const said = lines('set.xml').map((line) =>
      line.replace(/MachineKeys\\[0-9a-f]{32}_[0-9a-f-]{36}$/, 'MachineKeys\\KEY'),
    );
    assert.deepEqual(said, [
      'Data Source=(local)\\rtclocal;Initial Catalog=xds;Integrated Security=True;Application Name=Microsoft.Rtc.Management',
      `The subject name of certificate "${thumbprint}" is "pool1.litwareinc.com" and the computed subject name is "pool1.litwareinc.com".`,
      `The subject alternative names of certificate "${thumbprint}" are "${names}" and the computed subject alternative names are "${names}".`,
      ...Object.entries(binding).flatMap(([use, bound], index) => [
        `Certificate not found for the usage type "${use}".`,
        'Private key file path: C:\\ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys\\KEY',
        ...accessLines('added'),
        `Certificate "${thumbprint}" has been added to the local data store with the usage type "${use}".`,
        bound,
        assigned[2 * index] ?? '',
        assigned[2 * index + 1] ?? '',
      ]),
      'Command processing is complete.',
      '"1" updates',
      'write status: "[{urn:schema:Microsoft.Rtc.Management.Settings.Certificates.2008}Certificates,Host{00000000-0000-0000-0000-000000000000},Global]" status "Okay"',
      'Command run is complete.',
    ]);
    assert.match(readFileSync(join(place.work, 'set.xml'), 'utf8'), /\r\n {2}<Action Name="Set Certificate" Time="/);
  });

  test('Get gives one object a use, each with the twelve properties, in the order of the enumeration', () => {
    const objects = objectsOf(script.of('get'));
    assert.deepEqual(
      objects.map((object) => propertyOf(object, 'Use')),
      FRONT_END.split(','),
    );
    for (const { type, properties } of objects) {
      assert.equal(type, 'Microsoft.Rtc.Management.Deployment.CertificateReference');
      assert.deepEqual(
        properties.map(({ name, type: kind }) => `${name} ${kind.replace(/, System.*$/, '')}`),
        REFERENCE,
      );
    }
    assert.equal(propertyOf(onlyObject(script.of('one')), 'Use'), 'WebServicesInternal');
    assert.equal(sayings(script.of('uses')).length, 1);
    assert.deepEqual(sayings(script.of('order')), [...FRONT_END.split(','), 'OAuthTokenIssuer']);
  });

  test('the log of Get has an Output block an object, behind the action', () => {
    const xml = readFileSync(join(place.work, 'get.xml'), 'utf8');
    assert.match(xml, /<Action Name="Get Certificate" Time="[^"]*">\r\n {4}<Complete /);
    assert.equal(xml.split('<Info Title="Output"').length - 1, 3);
    assert.match(xml, /"0" updates/);
  });

  test('OAuthTokenIssuer is assigned for the whole deployment, and its names are not compared', () => {
    assert.deepEqual(sayings(script.of('global')), ['OAuthTokenIssuer True']);
    const said = lines('oauth.xml');
    assert.equal(said[1], 'Skip certificate subject and alternative name validation for the type OAuthTokenIssuer.');
    assert.ok(
      said.some((line) =>
        / has been added to the local data store with the usage type "OAuthTokenIssuer"\.$/.test(line),
      ),
    );
  });

  test('-WhatIf tells for each type what it has and would get, and changes nothing', () => {
    assert.deepEqual(sayings(script.of('whatif')), ['True']);
    assert.deepEqual(sayings(script.of('dry')), ['True']);
  });

  test('the pipeline, the uses of the request and a deserialised object serve as well', () => {
    assert.deepEqual(sayings(script.of('piped')), ['True True']);
    assert.deepEqual(sayings(script.of('byUseOfRequest')), ['True']);
    assert.deepEqual(sayings(script.of('deserialised')), ['True']);
  });

  test('a subject that is not the computed one is a warning, which -Force silences', () => {
    const text =
      'The subject name "litwareinc.com" of the certificate does not match the computer fully qualified domain name (FQDN) "pool1.litwareinc.com".';
    assert.deepEqual(textsOf(script.of('mismatch'), 'warning'), [
      text,
      '"Set-CsCertificate" processing has completed with warnings. "1" warnings were recorded during this run.',
      `Detailed results can be found at "${join(place.work, 'mismatch.html')}".`,
    ]);
    assert.ok(readFileSync(join(place.work, 'mismatch.xml'), 'utf8').includes('<Warning Time='));
    assert.equal(lines('mismatch.xml')[1], text);
    assert.deepEqual(textsOf(script.of('forced'), 'warning'), []);
  });

  test('an error that does not end the run is counted at its end', () => {
    assert.deepEqual(textsOf(script.of('lost'), 'warning'), [
      '"Get-CsCertificate" processing has completed with errors. "1" errors, "0" warnings were detected during this run.',
      `Detailed results can be found at "${join(place.work, 'lost.html')}".`,
    ]);
  });

  test('Test tells the uses that have a certificate', () => {
    const objects = objectsOf(script.of('tested'));
    const thumbprint = propertyOf(onlyObject(script.of('one')), 'Thumbprint');
    assert.deepEqual(
      objects.map(({ type, properties }) => [type, properties.map(({ name }) => name).join(' ')]),
      objects.map(() => ['Microsoft.Rtc.Management.Deployment.CertificateExists', 'Thumbprint Use']),
    );
    assert.deepEqual(
      objects.map((object) => propertyOf(object, 'Use')),
      [...FRONT_END.split(','), 'OAuthTokenIssuer'],
    );
    assert.equal(
      lines('tested.xml')[2],
      `Certificate "${thumbprint}" exists for the usage type "WebServicesInternal".`,
    );
  });

  test('Remove takes the previous certificate alone, or warns and takes the one in use, without an object', () => {
    assert.deepEqual(sayings(script.of('previous')), ['0']);
    assert.deepEqual(sayings(script.of('whatifRemove')), ['4']);
    assert.deepEqual(objectsOf(script.of('removed')), []);
    assert.match(textsOf(script.of('removed'), 'warning').join(), /^The certificate "\w{40}" is in use for the type/);
    assert.deepEqual(textsOf(script.of('silent'), 'warning'), []);
    assert.deepEqual(sayings(script.of('silent')), ['Default']);
    assert.deepEqual(script.of('again').records, []);
  });

  test('the log of Remove says what was undone; access goes with the last use', () => {
    const thumbprint = propertyOf(onlyObject(script.of('one')), 'Thumbprint');
    const serial = propertyOf(onlyObject(script.of('one')), 'SerialNumber');
    assert.deepEqual(lines('removed.xml').slice(2, 4), [
      `Certificate "${thumbprint}" has been removed from the local data store with the usage type "WebServicesInternal".`,
      `Add or remove binding in the website "Lync Server Internal Web Site" with certificate "${serial}".`,
    ]);
    assert.ok(!readFileSync(join(place.work, 'removed.xml'), 'utf8').includes('ACL'), 'another use has it still');
    assert.match(readFileSync(join(place.work, 'removed.xml'), 'utf8'), /<Action Name="Remove Certificate" /);
  });

  test('a failed Set ends its statement, and its log has the product’s failure shape', () => {
    const { failure } = script.of('failed');
    assert.equal(failure?.id, 'CertificateNotInStore,Microsoft.Rtc.Management.Deployment.SetCertificateCmdlet');
    assert.equal(failure.exceptionType, 'System.ArgumentException');
    assert.match(failure.details ?? '', /^Command execution failed: The certificate .*\. [A-Z].*\.$/);
    const xml = readFileSync(join(place.work, 'failed.xml'), 'utf8').replaceAll(/ Time="[^"]*"/g, '');
    assert.match(
      xml,
      /^\ufeff<\?xml version="1\.0" encoding="utf-8"\?>\r\n<CsMgmtLog Name="Set-CsCertificate">\r\n {2}<Info Title="Connection">[^\r]*\r\n {2}<Action Name="Set Certificate">\r\n {4}<Exception Type="ArgumentException" Message="The certificate [^"]*">\r\n {6}<StackTrace> {3}at Microsoft\.Rtc\.Management\.Deployment\.Tasks\.SetCertificateTask\./,
    );
    assert.match(xml, /<Error Title="Error">An error occurred: "System\.ArgumentException" "The certificate /);
    assert.doesNotMatch(xml, /Command Status|SaveCachedItems/);
    assert.match(readFileSync(join(place.work, 'failed.html'), 'utf8'), /alert-8p-red/);
  });

  test('Tab offers the certificates that can be assigned, the newest first', () => {
    assert.deepEqual(sayings(script.of('completed')), ['True']);
  });

  test('cscert shows what is assigned, with level and machine', async () => {
    const { stdout } = await runCscert(place, ['certificate', 'assignments']);
    const [only, ...others]: readonly Record<string, unknown>[] = JSON.parse(stdout);
    assert.deepEqual(others, []);
    assert.deepEqual(
      [only?.['Level'], only?.['Use'], only?.['Machine'], only?.['EffectiveWhen']],
      ['computer', 'Default', 'atl-cs-001.litwareinc.com', null],
    );
  });

  test('an object has a text, and keeps its values through JSON', () => {
    assert.deepEqual(sayings(script.of('text')), ['True']);
    assert.deepEqual(sayings(script.of('json')), ['True', 'True']);
  });
});
