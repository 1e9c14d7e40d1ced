import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { logLine } from '../../src/domain/command-log/log-text.ts';
import { xmlAttribute, xmlText } from '../../src/report/xml-escape.ts';
import { renderXmlLog } from '../../src/report/xml-log.ts';
import {
  failureLog,
  issuedLog,
  issuedWithoutNamesLog,
  offlineLog,
  sampleBuilder,
  THUMBPRINT,
  warningLog,
} from './report-samples.ts';

const CONNECTION =
  'Data Source=(local)\\rtclocal;Initial Catalog=xds;Integrated Security=True;Application Name=Microsoft.Rtc.Management';
const NAMES =
  'pool1.litwareinc.com,atl-cs-001.litwareinc.com,dialin.litwareinc.com,LyncdiscoverInternal.litwareinc.com';
const CA = 'atl-ca-001.litwareinc.com\\myca';

/** The file as lines; seconds behind 17:37: are the only thing that differs between entries. */
function linesOf(xml: string): readonly string[] {
  assert.ok(xml.startsWith('\ufeff'), 'byte order mark');
  assert.doesNotMatch(xml.replaceAll('\r\n', ''), /[\r\n]/, 'every line break is CRLF');
  assert.ok(xml.endsWith('</CsMgmtLog>'), 'nothing after the root');
  return xml.slice(1).split('\r\n');
}

function at(second: number): string {
  return `Time="2018-11-01 17:37:${String(second).padStart(2, '0')}Z"`;
}

function output(alternativeNames: string): readonly string[] {
  return [
    'Issuer\t\t: CN=myca, DC=litwareinc, DC=com',
    'NotAfter \t: 10/31/2020 5:32:08 PM',
    'NotBefore \t: 11/1/2018 5:32:08 PM',
    'SerialNumber \t: 7A00000004B2C6D1F8E3A5907C000000000004',
    'Subject \t: CN=pool1.litwareinc.com, OU=IT, O=Litware, L=Redmond, S=Washington, C=US',
    `AlternativeNames: ${alternativeNames}`,
    `Thumbprint \t: ${THUMBPRINT}`,
    'EffectiveDate \t: ',
    'PreviousThumbprint: ',
    'UpdateTime \t: ',
    'Use \t\t: Default,WebServicesInternal',
    'SourceScope \t: ',
    '</Info>',
  ];
}

function trailer(second: number): readonly string[] {
  return [
    `  <Info Title="Command Status" ${at(second)}>Command processing is complete.</Info>`,
    `  <Action Name="DeploymentXdsCmdlet.SaveCachedItems" ${at(second)}>`,
    `    <Info ${at(second)}>"0" updates</Info>`,
    `    <Complete ${at(second)} />`,
    '  </Action>',
    `  <Info Title="Command Status" ${at(second)}>Command run is complete.</Info>`,
    '</CsMgmtLog>',
  ];
}

test('an issued request with alternative names (domain facts 3.3); reasons of names are the page’s only', () => {
  assert.deepEqual(linesOf(renderXmlLog(issuedLog())), [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<CsMgmtLog Name="Request-CsCertificate">',
    `  <Info Title="Connection" ${at(8)}>${CONNECTION}</Info>`,
    `  <Action ${at(8)}>`,
    `    <Info ${at(8)}>Certificate use: Default,WebServicesInternal</Info>`,
    `    <Info ${at(8)}>Subject distinguished name (DN): CN="pool1.litwareinc.com"</Info>`,
    `    <Info ${at(8)}>Subject alternative name: ${NAMES}</Info>`,
    `    <Info ${at(9)}>Certificate request submitted to certification authority (CA) "${CA}".</Info>`,
    `    <Info ${at(9)}>Certificate issued successfully.</Info>`,
    `    <Info ${at(9)}>Certificate was imported with the thumbprint "${THUMBPRINT}".</Info>`,
    `    <Info ${at(9)}>Issued thumbprint "${THUMBPRINT}" for use "Default,WebServicesInternal" by "${CA}".</Info>`,
    `    <Complete ${at(9)} />`,
    '  </Action>',
    `  <Info Title="Output" ${at(10)}>`,
    ...output(NAMES),
    ...trailer(10),
  ]);
});

test('an issued request without alternative names has no line for them; the name is kept as typed', () => {
  assert.deepEqual(linesOf(renderXmlLog(issuedWithoutNamesLog())), [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<CsMgmtLog Name="request-cscertificate">',
    `  <Info Title="Connection" ${at(8)}>${CONNECTION}</Info>`,
    `  <Action ${at(8)}>`,
    `    <Info ${at(8)}>Certificate use: Default,WebServicesInternal</Info>`,
    `    <Info ${at(8)}>Subject distinguished name (DN): CN="pool1.litwareinc.com"</Info>`,
    `    <Info ${at(8)}>Certificate request submitted to certification authority (CA) "${CA}".</Info>`,
    `    <Info ${at(8)}>Certificate issued successfully.</Info>`,
    `    <Info ${at(8)}>Certificate was imported with the thumbprint "${THUMBPRINT}".</Info>`,
    `    <Info ${at(8)}>Issued thumbprint "${THUMBPRINT}" for use "Default,WebServicesInternal" by "${CA}".</Info>`,
    `    <Complete ${at(8)} />`,
    '  </Action>',
    `  <Info Title="Output" ${at(8)}>`,
    ...output(''),
    ...trailer(8),
  ]);
});

test('an offline request ends its action with the file and has no output', () => {
  assert.deepEqual(linesOf(renderXmlLog(offlineLog())), [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<CsMgmtLog Name="Request-CsCertificate">',
    `  <Info Title="Connection" ${at(8)}>${CONNECTION}</Info>`,
    `  <Action ${at(8)}>`,
    `    <Info ${at(8)}>Certificate use: Default,WebServicesInternal</Info>`,
    `    <Info ${at(8)}>Subject distinguished name (DN): CN="pool1.litwareinc.com"</Info>`,
    `    <Info ${at(8)}>Subject alternative name: ${NAMES}</Info>`,
    `    <Info ${at(8)}>Certificate request was written to the file "C:\\Certificates\\Web &amp; &lt;Edge&gt;.req".</Info>`,
    `    <Complete ${at(8)} />`,
    '  </Action>',
    ...trailer(8),
  ]);
});

test('warnings stand where they were given; a text that ends with a line break keeps it', () => {
  const lines = linesOf(renderXmlLog(warningLog()));
  assert.ok(lines.includes(`    <Warning ${at(8)}>A key of 1024 bits is weak. Use -KeySize 2048 or 4096.</Warning>`));
  const revocation =
    'RevocationStatusUnknown: The revocation function was unable to check revocation for the certificate.';
  const index = lines.indexOf(`  <Info ${at(9)}>${revocation}`);
  assert.deepEqual(lines.slice(index + 1, index + 3), ['</Info>', `  <Info Title="Output" ${at(10)}>`]);
});

/** The exception at a depth, as domain facts 3.3 shows it: short type, stack trace, cause nested. */
function exception(indent: string): readonly string[] {
  return [
    `${indent}<Exception Type="InvalidOperationException" ${at(9)} Message="Https binding not found on the website.">`,
    `${indent}  <StackTrace ${at(9)}>   at Microsoft.Rtc.Management.Deployment.Core.Certificate.BindCertiticate(String name)`,
    '   at Microsoft.Rtc.Management.Deployment.Tasks.SetCertificateTask.Action()</StackTrace>',
    `${indent}  <Exception Type="IOException" ${at(9)} Message="The file &quot;applicationHost.config&quot; is in use.">`,
    `${indent}    <StackTrace ${at(9)}>   at System.IO.FileStream.Init(String path)</StackTrace>`,
    `${indent}  </Exception>`,
    `${indent}</Exception>`,
  ];
}

test('a failure has the exception in its action and at the end, and neither output nor trailer', () => {
  assert.deepEqual(linesOf(renderXmlLog(failureLog())), [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<CsMgmtLog Name="Set-CsCertificate">',
    `  <Info Title="Connection" ${at(8)}>Data Source=(local)\\rtclocal</Info>`,
    `  <Action Name="Set Certificate" ${at(8)}>`,
    `    <Info ${at(8)}>Certificate use: Default</Info>`,
    ...exception('    '),
    `    <Complete ${at(9)} />`,
    '  </Action>',
    `  <Error Title="Error" ${at(9)}>An error occurred: "System.InvalidOperationException" "Https binding not found on the website."</Error>`,
    ...exception('  '),
    '</CsMgmtLog>',
  ]);
});

test('a run without entries is an empty element', () => {
  const xml = renderXmlLog(sampleBuilder('X').toLog());
  assert.equal(xml, '\ufeff<?xml version="1.0" encoding="utf-8"?>\r\n<CsMgmtLog Name="X" />');
});

test('an exception without stack trace and cause is an empty element', () => {
  const builder = sampleBuilder('X');
  builder.exception({ type: 'IOException', message: '' });
  assert.equal(linesOf(renderXmlLog(builder.toLog()))[2], `  <Exception Type="IOException" ${at(8)} Message="" />`);
});

const ESCAPES = [
  ['markup', '<a b="c">&\'', '&lt;a b="c"&gt;&amp;\'', "&lt;a b=&quot;c&quot;&gt;&amp;'"],
  ['line breaks of any kind', '1\n2\r3\r\n4', '1\r\n2\r\n3\r\n4', '1&#xA;2&#xD;3&#xD;&#xA;4'],
  ['tabs', 'a\tb', 'a\tb', 'a&#x9;b'],
  ['what XML forbids', '\u0000\ufffe\ud800', '\\u{0}\\u{fffe}\\u{d800}', '\\u{0}\\u{fffe}\\u{d800}'],
  ['what is merely unusual', 'é漢😀\u0085', 'é漢😀\u0085', 'é漢😀\u0085'],
] as const;

for (const [what, raw, text, attribute] of ESCAPES) {
  test(`escaping as .NET’s XmlWriter does it: ${what}`, () => {
    assert.equal(xmlText(raw), text);
    assert.equal(xmlAttribute(raw), attribute);
  });
}

/** Every text and attribute of a document, or the parser's error. */
function valuesIn(xml: string): ReadonlySet<string> {
  const values = new Set<string>();
  const parser = new SaxesParser();
  parser.on('attribute', ({ value }) => values.add(value));
  parser.on('text', (text) => values.add(text));
  parser.write(xml.slice(1)).close();
  return values;
}

test('whatever texts go in, the document parses and gives them back as the log shows them', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'<>&"\'\r\n\t\u0000]![CDATA-') }),
  );
  fc.assert(
    fc.property(anyText, anyText, (name, text) => {
      const builder = sampleBuilder(name);
      builder.beginAction(text);
      builder.info(`${text}.`, { title: name });
      builder.warning(`${name}.`);
      builder.fail({ type: 'T', message: text, stackTrace: name, inner: { type: name, message: text } });
      const values = valuesIn(renderXmlLog(builder.toLog()));
      for (const value of [logLine(name), logLine(text), logLine(`${text}.`), logLine(`${name}.`)]) {
        assert.ok(values.has(value), JSON.stringify(value));
      }
    }),
  );
});
