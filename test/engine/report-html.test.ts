import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import fc from 'fast-check';
import { HtmlValidate } from 'html-validate';
import { logLine } from '../../src/domain/command-log/log-text.ts';
import type { CommandLog } from '../../src/domain/command-log.ts';
import { divList, hostileLog, idsOf, render, resultsOf, tagsOf, textOf } from './report-page.ts';
import {
  BINDING_EXCEPTION,
  failureLog,
  issuedLog,
  issuedWithoutNamesLog,
  offlineLog,
  sampleBuilder,
  THUMBPRINT,
  warningLog,
} from './report-samples.ts';

const SHAPES: Readonly<Record<string, () => CommandLog>> = {
  'an issued request': issuedLog,
  'an issued request without alternative names': issuedWithoutNamesLog,
  'an offline request': offlineLog,
  'a run with warnings': warningLog,
  'a failed run': failureLog,
  'hostile texts': () => hostileLog('<script>alert(1)</script> & "quoted" <!-- \u202e --> </details> ]]>'),
};

for (const [shape, log] of Object.entries(SHAPES)) {
  test(`the page of ${shape} passes html-validate, recommended and accessibility rules`, async () => {
    const validator = new HtmlValidate({ root: true, extends: ['html-validate:recommended', 'html-validate:a11y'] });
    const report = await validator.validateString(render(log()));
    const messages = report.results.flatMap((result) =>
      result.messages.map(({ ruleId, message }) => `${ruleId}: ${message}`),
    );
    assert.deepEqual(messages, []);
  });

  test(`the page of ${shape} holds no script, no reference to elsewhere and no inline style`, () => {
    for (const tag of tagsOf(render(log()))) {
      assert.doesNotMatch(tag, /^<(script|link|img|iframe|object|embed|form|a)\b/i);
      assert.doesNotMatch(tag, / (?:src|href|style|on\w+)=/i);
    }
  });
}

test('title and heading name the product', () => {
  for (const productName of ['Lync Server 2013', 'Skype for Business Server 2015']) {
    const html = render(issuedLog(), { productName });
    assert.match(html, new RegExp(`<title>${productName} Deployment Log</title>`));
    assert.match(html, new RegExp(`<h1>${productName} Deployment Log</h1>`));
  }
});

test('the columns keep their words, order and widths', () => {
  const html = render(issuedLog());
  const [, columns] = /<div class="columns">(.*?)<\/div>/.exec(html) ?? [];
  assert.equal(
    textOf((columns ?? '').replaceAll('</span>', '|')),
    'Action|Action Information|Time Logged|Execution Result|',
  );
  assert.match(html, /minmax\(0, 25fr\) minmax\(0, 50fr\) minmax\(0, 13fr\) minmax\(0, 12fr\); column-gap: 9px/);
});

test('DIV1 is the run, an unnamed action is titled Action, numbers follow the document', () => {
  const html = render(issuedLog());
  const headings = Array.from(
    html.matchAll(/<details id="(DIV\d+)"[^>]*>\s*<summary[^>]*><span id="(BTN\d+)"[^>]*><\/span><span[^>]*>([^<]*)/g),
    ([, whole, button, name]) => [whole, button, name],
  );
  assert.deepEqual(headings, [
    ['DIV1', 'BTN1', 'Request-CsCertificate'],
    ['DIV2', 'BTN2', 'Action'],
    ['DIV3', 'BTN3', 'DeploymentXdsCmdlet.SaveCachedItems'],
  ]);
  assert.deepEqual(idsOf(html), [
    'LNK0',
    'DIV1',
    'BTN1',
    'DIV1_',
    'DIV2',
    'BTN2',
    'DIV2_',
    'DIV3',
    'BTN3',
    'DIV3_',
    'DIVLIST',
  ]);
  assert.equal(divList(html), 'DIV2,DIV3,DIV1');
});

test('DIVLIST has children before their parents and no expander of an exception', () => {
  const builder = sampleBuilder('Set-CsCertificate');
  builder.beginAction('outer');
  builder.beginAction('inner');
  builder.exception(BINDING_EXCEPTION);
  builder.complete();
  builder.beginAction('second');
  builder.complete();
  builder.complete();
  const html = render(builder.toLog());
  assert.equal(divList(html), 'DIV3,DIV10,DIV2,DIV1');
  assert.equal(new Set(idsOf(html)).size, idsOf(html).length);
});

test('every action is open at first and LNK0 offers to collapse them, without script', () => {
  const html = render(issuedLog());
  assert.equal(tagsOf(html).filter((tag) => /^<details .* open>$/.test(tag)).length, 3);
  assert.match(html, /<input type="checkbox" id="LNK0"[^>]*>/);
  assert.equal(
    textOf(/<label for="LNK0">(.*?)<\/label>/.exec(html)?.[1] ?? ''),
    'Collapse All ActionsExpand All Actions',
  );
  assert.match(html, /#LNK0:checked ~ main \.line \{ display: none; \}/);
});

const RESULTS: readonly (readonly [shape: string, log: () => CommandLog, results: readonly string[]])[] = [
  ['success', issuedLog, ['Success success-8p-green', 'Success success-8p-green', 'Success success-8p-green']],
  [
    'a warning',
    warningLog,
    [
      'Completed with warnings warn-8p-orange',
      'Completed with warnings warn-8p-orange',
      'Warning warn-8p-orange',
      'Success success-8p-green',
    ],
  ],
  [
    'a failure',
    failureLog,
    ['Failed alert-8p-red', 'Failed alert-8p-red', 'Error alert-8p-red', 'Error alert-8p-red', 'Error alert-8p-red'],
  ],
];

for (const [shape, log, expected] of RESULTS) {
  test(`result words and classes of ${shape}; rows that only inform have none`, () => {
    assert.deepEqual(
      resultsOf(render(log())).filter((result) => result !== ''),
      expected,
    );
    assert.ok(resultsOf(render(log())).includes(''));
  });
}

test('a run whose action failed, and which went on, completed with errors', () => {
  const builder = sampleBuilder('Set-CsCertificate');
  builder.beginAction('Set Certificate');
  builder.exception(BINDING_EXCEPTION);
  builder.complete();
  builder.finish();
  const [run, action] = resultsOf(render(builder.toLog())).filter((result) => result !== '');
  assert.deepEqual([run, action], ['Completed with errors alert-8p-red', 'Failed alert-8p-red']);
});

test('a title is bold before its text, and the Output block keeps its lines', () => {
  const html = render(issuedLog());
  assert.match(html, /<span class="bodytext-8p-black-bold">Connection: <\/span><span class="text">Data Source=/);
  const [, block] = /<span class="bodytext-8p-black-bold">Output: <\/span>(.*?)<\/div>/.exec(html) ?? [];
  const lines = textOf(block ?? '').split('\n');
  assert.equal(lines.length, 14);
  assert.deepEqual([lines[0], lines[1], lines.at(-1)], ['', 'Issuer\t\t: CN=myca, DC=litwareinc, DC=com', '']);
  assert.ok(lines.includes(`Thumbprint \t: ${THUMBPRINT}`));
});

test('an exception shows its message and, closed below it, Details, Type and Stack Trace; then its cause', () => {
  const html = render(failureLog());
  const inAction = html.slice(html.indexOf('id="DIV3"'), html.indexOf('id="DIV9"'));
  const headings = Array.from(inAction.matchAll(/<summary class="more">(.*?)<\/summary>/g), ([, text]) =>
    textOf(text ?? ''),
  );
  assert.deepEqual(headings, [
    'Details',
    'Type: InvalidOperationException',
    'Stack Trace',
    'Details',
    'Type: IOException',
    'Stack Trace',
  ]);
  assert.equal(tagsOf(html).filter((tag) => /^<details .*class="detail">$/.test(tag)).length, 12);
  assert.match(textOf(html), /Error: Https binding not found on the website\./);
  assert.match(html, /<pre> {3}at Microsoft[^<]*\r\n {3}at Microsoft/);
});

test('times are local to the given zone, in the formats of the culture, and carry UTC for programs', () => {
  const log = issuedLog();
  const rows = [
    ['en-US', 'UTC', '11/1/2018 5:37:08 PM'],
    ['C', 'UTC', '11/1/2018 5:37:08 PM'],
    ['fr-FR', 'Europe/Paris', '01/11/2018 18:37:08'],
    ['en-US', 'Asia/Tokyo', '11/2/2018 2:37:08 AM'],
  ] as const;
  for (const [culture, timeZone, shown] of rows) {
    assert.ok(
      render(log, { culture, timeZone }).includes(`<time datetime="2018-11-01T17:37:08.000Z">${shown}</time>`),
      culture,
    );
  }
});

test('names are listed with their reasons, in order, and marked as an addition', () => {
  const html = render(issuedLog());
  const cells = Array.from(html.matchAll(/<td[^>]*>(.*?)<\/td>/g), ([, text]) => textOf(text ?? ''));
  assert.deepEqual(cells.slice(0, 4), [
    'pool1.litwareinc.com',
    'subject: FQDN of the pool of atl-cs-001.litwareinc.com',
    'atl-cs-001.litwareinc.com',
    'FQDN of this computer',
  ]);
  assert.deepEqual(cells.slice(-2), ['meet.litwareinc.com', 'simple URL Meet of another SIP domain']);
  assert.match(textOf(html), /Addition to the product’s log/);
  assert.doesNotMatch(render(offlineLog()), /<table/);
});

test('the policy allows the page’s own style sheet by its digest and nothing else', () => {
  const html = render(issuedLog());
  const [, style] = /<style>([^<]*)<\/style>/.exec(html) ?? [];
  const digest = createHash('sha256')
    .update(style ?? '')
    .digest('base64');
  const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(html) ?? [];
  assert.equal(policy, `default-src 'none'; style-src 'sha256-${digest}'; base-uri 'none'; form-action 'none'`);
  assert.doesNotMatch(style ?? '', /&\w+;|@import|url\(/);
});

test('line ends are CRLF and the file ends with one', () => {
  const html = render(failureLog());
  assert.doesNotMatch(html.replaceAll('\r\n', ''), /[\r\n]/);
  assert.ok(html.startsWith('<!DOCTYPE html>\r\n<html lang="en">') && html.endsWith('</html>\r\n'));
});

test('a text of any length is cut at 2,000 characters', () => {
  const builder = sampleBuilder('Request-CsCertificate');
  builder.warning('w'.repeat(1_000_000));
  assert.match(render(builder.toLog()), />w{1999}\u2026</);
});

test('whatever texts go in, the markup is the same and the texts come out as the log shows them', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: fc.constantFrom(...'<>&"\'/\r\n\t\u0000!-=]', 'br', 'script', '&lt;') }),
  );
  const plain = tagsOf(render(hostileLog('plain')));
  fc.assert(
    fc.property(anyText, (text) => {
      const html = render(hostileLog(`x${text}`));
      assert.deepEqual(tagsOf(html), plain);
      assert.ok(textOf(html).includes(logLine(`x${text}`)));
    }),
    { numRuns: 60 },
  );
});
