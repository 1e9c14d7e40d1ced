import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { HtmlValidate } from 'html-validate';
import { writeDeployment } from './harness/deployments.ts';
import { makePlace } from './harness/place.ts';
import { onlyObject, type ProbedScript, propertyOf, runProbes, textsOf, warningsOf } from './harness/probe.ts';

const CA = String.raw`atl-ca-001.litwareinc.com\myca`;
const ONLINE = `Request-CsCertificate -New -Type Default -CA '${CA}'`;
const BOM = '\ufeff';

describe('the XML log and the page', () => {
  const place = makePlace();
  const deployment = writeDeployment(place, {
    certificateAuthorities: [
      { config: CA, templates: [{ name: 'WebServer' }, { name: 'both', enhancedKeyUsages: ['serverAuthentication'] }] },
    ],
  });
  const at = (name: string) => join(place.work, name);
  const textOf = (name: string) => readFileSync(at(name), 'utf8');
  /** A run of the log's text with times blanked out, since they are the only thing that differs from run to run. */
  const timeless = (xml: string) => xml.replaceAll(/Time="\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ"/g, 'Time=""');
  let script: ProbedScript;

  before(async () => {
    mkdirSync(at('sub'));
    writeFileSync(at('old.html'), 'an older page');
    writeFileSync(at('old.xml'), 'an older log');
    script = await runProbes(
      place,
      String.raw`
Probe default { ${ONLINE} -Verbose }
Probe online { ${ONLINE} -ComputerFqdn atl-cs-001.litwareinc.com -City Redmond -Organization 'Litware, Inc' -Report online.html }
Probe offline { Request-CsCertificate -New -Type Default -Output C:\Certificates\new.req -Report offline.html }
Probe denied { ${ONLINE} -Template NoSuch -Report denied.html }
Probe warning { Request-CsCertificate -New -Type Default -KeySize 1024 -Output weak.req -Report warning.html }
Probe forced { Request-CsCertificate -New -Type Default -KeySize 1024 -Output weak.req -Report forced.html -Force }
Probe eku { ${ONLINE} -ClientEKU $true -Report eku.html }
Probe xml { Request-CsCertificate -List -Report list.XML }
Probe bare { Request-CsCertificate -List -Report 'Report 1.2' }
Probe made { Request-CsCertificate -List -Report made/on/the/way.html }
Probe located { Set-Location sub; Request-CsCertificate -List -Report here.html; Set-Location .. }
Probe drive { Request-CsCertificate -List -Report C:\Logs\Certificates.html }
Probe replaced { Request-CsCertificate -List -Report old.html }
Probe typed { request-CSCERTIFICATE -List -Report typed.html }
Probe french { [cultureinfo]::CurrentCulture = 'fr-FR'; ${ONLINE} -Report french.html; [cultureinfo]::CurrentCulture = '' }
Probe hostile { ${ONLINE} -FriendlyName '<script>alert(1)</script>' -Template '<b>&"' -Report hostile.html }
`,
      { env: { CSCERT_DEPLOYMENT: deployment, LANG: 'C' } },
    );
  });
  after(() => place[Symbol.dispose]());

  test('without -Report: a pair in the temporary folder with the same guid, for its owner alone', () => {
    const announced = textsOf(script.of('default'), 'verbose').flatMap((text) =>
      Array.from(text.matchAll(/^Creating new log file "(.*)"/g), ([, path]) => path ?? ''),
    );
    const [xml, html] = announced;
    assert.match(xml ?? '', /\/Request-CsCertificate-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.xml$/);
    assert.equal(html, xml?.replace(/\.xml$/, '.html'));
    for (const file of announced) {
      assert.equal(join(place.temp, file.slice(place.temp.length + 1)), file);
      assert.equal(statSync(file).mode & 0o777, 0o600);
    }
  });

  test('a run with -Report leaves no pair in the temporary folder', () => {
    assert.equal(readdirSync(place.temp).filter((name) => name.startsWith('Request-CsCertificate-')).length, 2);
  });

  test('the log of an online request has the lines, titles and order of the product (domain facts 3.3)', () => {
    const reference = onlyObject(script.of('online'));
    const value = (name: string) => String(propertyOf(reference, name));
    const date = (name: string) => unitedStates(new Date(value(name)));
    const lines = timeless(textOf('online.xml')).split('\r\n');
    assert.deepEqual(lines, [
      `${BOM}<?xml version="1.0" encoding="utf-8"?>`,
      '<CsMgmtLog Name="Request-CsCertificate">',
      `  <Info Title="Connection" Time="">Data Source=${connection(textOf('online.xml'))};Initial Catalog=xds;Integrated Security=True;Application Name=Microsoft.Rtc.Management</Info>`,
      '  <Action Time="">',
      '    <Info Time="">Certificate use: Default</Info>',
      '    <Info Time="">Subject distinguished name (DN): CN="pool1.litwareinc.com", O="Litware, Inc", L="Redmond"</Info>',
      '    <Info Time="">Subject alternative name: pool1.litwareinc.com,atl-cs-001.litwareinc.com</Info>',
      `    <Info Time="">Certificate request submitted to certification authority (CA) "${CA}".</Info>`,
      '    <Info Time="">Certificate issued successfully.</Info>',
      `    <Info Time="">Certificate was imported with the thumbprint "${value('Thumbprint')}".</Info>`,
      `    <Info Time="">Issued thumbprint "${value('Thumbprint')}" for use "Default" by "${CA}".</Info>`,
      '    <Complete Time="" />',
      '  </Action>',
      '  <Info Title="Output" Time="">',
      'Issuer\t\t: CN=myca, DC=litwareinc, DC=com',
      `NotAfter \t: ${date('NotAfter')}`,
      `NotBefore \t: ${date('NotBefore')}`,
      `SerialNumber \t: ${value('SerialNumber')}`,
      'Subject \t: CN=pool1.litwareinc.com, O="Litware, Inc", L=Redmond',
      'AlternativeNames: pool1.litwareinc.com,atl-cs-001.litwareinc.com',
      `Thumbprint \t: ${value('Thumbprint')}`,
      'EffectiveDate \t: ',
      'PreviousThumbprint: ',
      'UpdateTime \t: ',
      'Use \t\t: Default',
      'SourceScope \t: ',
      '</Info>',
      '  <Info Title="Command Status" Time="">Command processing is complete.</Info>',
      '  <Action Name="DeploymentXdsCmdlet.SaveCachedItems" Time="">',
      '    <Info Time="">"0" updates</Info>',
      '    <Complete Time="" />',
      '  </Action>',
      '  <Info Title="Command Status" Time="">Command run is complete.</Info>',
      '</CsMgmtLog>',
    ]);
  });

  test('with -ComputerFqdn the connection is the Central Management Store, without it the local replica', () => {
    assert.match(connection(textOf('online.xml')), /^atl-sql-001\.litwareinc\.com(\\rtc)?$/);
    assert.equal(connection(textOf('offline.xml')), String.raw`(local)\rtclocal`);
  });

  test('the log of an offline request ends with the file, and has no Output', () => {
    const xml = textOf('offline.xml');
    assert.match(
      xml,
      /Subject alternative name: .*\r\n +<Info Time="[^"]*">Certificate request was written to the file "C:\\Certificates\\new\.req"\.<\/Info>/,
    );
    assert.doesNotMatch(xml, /Title="Output"|submitted|thumbprint/);
    assert.match(xml, /Command run is complete\./);
  });

  test('the log of a denied request has the exception in its action and again at the end, and no status', () => {
    const xml = timeless(textOf('denied.xml'));
    const failure = script.of('denied').failure;
    const type = '<Exception Type="CertificateException" Time="" Message="Denied by Policy Module 0x80094800';
    assert.equal(xml.split(type).length - 1, 2, xml);
    assert.match(
      xml,
      /An error occurred: "Microsoft\.Rtc\.Management\.Common\.Certificates\.CertificateException" "Denied by Policy Module/,
    );
    assert.doesNotMatch(xml, /Command Status|Title="Output"|SaveCachedItems/);
    assert.ok(failure !== null && textOf('denied.html').includes('Denied by Policy Module 0x80094800'));
    assert.match(textOf('denied.html'), /class="[^"]*alert-8p-red[^"]*">Failed</);
  });

  test('warnings stand in log and page; -Force silences them for the person only', () => {
    assert.equal(warningsOf(script.of('warning')).length, 1);
    assert.deepEqual(textsOf(script.of('forced'), 'warning'), []);
    for (const name of ['warning', 'forced']) {
      assert.match(textOf(`${name}.xml`), /<Warning Time="[^"]*">A key of 1024 bits is weak\. .*2048/);
      assert.match(textOf(`${name}.html`), /Completed with warnings/);
    }
  });

  test('a template that stamps a usage away is one warning', () => {
    assert.equal(warningsOf(script.of('eku')).length, 1);
    assert.match(textOf('eku.xml'), /<Warning /);
  });

  test('the page of an issued request: title, columns, result, names with their reasons', () => {
    const html = textOf('online.html');
    assert.match(html, /^<!DOCTYPE html>\r\n<html lang="en">\r\n<head>\r\n<meta charset="utf-8">/);
    assert.match(html, /<title>Lync Server 2013 Deployment Log<\/title>/);
    for (const column of ['Action', 'Action Information', 'Time Logged', 'Execution Result']) {
      assert.ok(html.includes(`<span>${column}</span>`), column);
    }
    assert.match(html, /class="[^"]*success-8p-green[^"]*">Success</);
    assert.match(html, /FQDN of the computer/);
    assert.doesNotMatch(html, /<script|https?:\/\/(?!.*litwareinc)|src=/);
  });

  test('every page passes html-validate', async () => {
    const validator = new HtmlValidate({ extends: ['html-validate:standard', 'html-validate:a11y'] });
    const pages = readdirSync(place.work).filter((name) => name.endsWith('.html'));
    assert.ok(pages.length >= 9, pages.join(' '));
    for (const page of pages) {
      const report = await validator.validateString(textOf(page));
      assert.deepEqual(
        report.results.flatMap(({ messages }) =>
          messages.map(({ ruleId, message }) => `${page}: ${ruleId} ${message}`),
        ),
        [],
      );
    }
  });

  for (const [rule, html, xml] of [
    ['.xml in any case gives the page beside it', 'list.html', 'list.XML'],
    ['any other name gets both endings, and keeps its dots', 'Report 1.2.html', 'Report 1.2.xml'],
    ['missing folders are made', 'made/on/the/way.html', 'made/on/the/way.xml'],
    ["a relative path starts at PowerShell's location", 'sub/here.html', 'sub/here.xml'],
    ['an existing pair is replaced without asking', 'old.html', 'old.xml'],
  ] as const) {
    test(`-Report: ${rule}`, () => {
      assert.match(textOf(html), /<!DOCTYPE html>/);
      assert.match(textOf(xml), /<CsMgmtLog Name="Request-CsCertificate">/);
    });
  }

  test('-Report: a Windows path lands on the emulated drive', () => {
    const folder = join(place.home, 'drives', 'C', 'Logs');
    assert.deepEqual(readdirSync(folder).sort(), ['Certificates.html', 'Certificates.xml']);
  });

  test('the log is named as the command was typed (domain facts 3.3)', () => {
    assert.equal(script.of('typed').failure, null);
    assert.match(textOf('typed.xml'), /<CsMgmtLog Name="request-CSCERTIFICATE">/);
  });

  test('under the invariant culture dates have the formats of en-US, in a script with fr-FR the French ones', () => {
    assert.match(textOf('online.xml'), /NotAfter \t: \d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d\d:\d\d [AP]M\r\n/);
    assert.match(textOf('online.html'), /\d{1,2}\/\d{1,2}\/\d{4} \d{1,2}:\d\d:\d\d [AP]M/);
    assert.match(textOf('french.xml'), /NotAfter \t: \d\d\/\d\d\/\d{4} \d\d:\d\d:\d\d\r\n/);
    assert.match(textOf('french.html'), /\d\d\/\d\d\/\d{4} \d\d:\d\d:\d\d/);
    assert.doesNotMatch(textOf('french.html'), /\d:\d\d:\d\d [AP]M/);
  });

  test('text from outside is text on the page, and an attribute in the log', () => {
    assert.ok(script.of('hostile').failure !== null);
    assert.ok(!textOf('hostile.html').includes('<b>'));
    assert.match(textOf('hostile.html'), /&lt;b(?:>|&gt;)&amp;/);
    assert.match(textOf('hostile.xml'), /&lt;b(?:>|&gt;)&amp;(?:"|&quot;)/);
  });
});

function connection(xml: string): string {
  return /Title="Connection"[^>]*>Data Source=([^;]*);/.exec(xml)?.[1] ?? 'no connection';
}

/** Written independently of the engine: the culture's short date and long time, in local time. */
function unitedStates(date: Date): string {
  return date.toLocaleString('en-US').replace(',', '').replace('\u202f', ' ');
}
