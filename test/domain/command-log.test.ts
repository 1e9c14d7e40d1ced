import assert from 'node:assert/strict';
import { test } from 'node:test';
import { CommandLogBuilder, type LoggedException } from '../../src/domain/command-log/command-log-builder.ts';
import { logStatus } from '../../src/domain/command-log/log-status.ts';
import type { LogEntry } from '../../src/domain/command-log.ts';

const EXCEPTION: LoggedException = { type: 'System.InvalidOperationException', message: 'No binding.' };

function newLog(): CommandLogBuilder {
  let second = 0;
  return new CommandLogBuilder('Request-CsCertificate', {
    now: () => new Date(second++ * 1000),
    formatDate: (date) => `<${date.toISOString()}>`,
  });
}

function textOf(entry: LogEntry | undefined): string {
  return entry !== undefined && 'text' in entry ? entry.text : '';
}

/** Kinds in order, an action's between brackets. */
function shape(entries: readonly LogEntry[]): string {
  return entries.map((entry) => (entry.kind === 'action' ? `[${shape(entry.entries)}]` : entry.kind)).join(' ');
}

const STATUSES: readonly (readonly [
  rule: string,
  record: (log: CommandLogBuilder) => void,
  run: string,
  action: string,
])[] = [
  ['nothing went wrong', (log) => log.info('done'), 'Success', 'Success'],
  ['a warning reaches up', (log) => log.warning('weak key'), 'Completed with warnings', 'Completed with warnings'],
  ['an exception fails only the action it is in', (log) => log.exception(EXCEPTION), 'Completed with errors', 'Failed'],
  ['an error without exception', (log) => log.error('denied'), 'Completed with errors', 'Completed with errors'],
  ['a failed run and its action', (log) => log.fail(EXCEPTION), 'Failed', 'Failed'],
];

for (const [rule, record, run, action] of STATUSES) {
  test(`status: ${rule}`, () => {
    const builder = newLog();
    builder.beginAction();
    record(builder);
    builder.complete();
    const log = builder.toLog();
    const [first] = log.entries;
    assert.ok(first?.kind === 'action');
    assert.deepEqual([logStatus(log), logStatus(first)], [run, action]);
  });
}

test('an ancestor further up of a failed action completed with errors, however deep it is', () => {
  const builder = newLog();
  builder.beginAction('outer');
  builder.beginAction('inner');
  builder.exception(EXCEPTION);
  builder.complete();
  builder.warning('went on');
  builder.complete();
  const [outer] = builder.toLog().entries;
  assert.ok(outer?.kind === 'action');
  assert.equal(logStatus(outer), 'Completed with errors');
  assert.equal(logStatus(builder.toLog()), 'Completed with errors');
});

test('entries go into the innermost open action and take the time of their call', () => {
  const builder = newLog();
  builder.info('first', { title: 'Connection' });
  builder.beginAction('outer');
  builder.beginAction();
  builder.warning('deep');
  builder.complete();
  builder.info('shallow');
  builder.complete();
  builder.info('last');
  const log = builder.toLog();
  assert.equal(shape(log.entries), 'info [[warning] info] info');
  const outer = log.entries[1];
  assert.ok(outer?.kind === 'action');
  assert.deepEqual([log.startedAt.getTime(), outer.time.getTime(), outer.completedAt?.getTime()], [0, 2000, 7000]);
});

test('a finished run ends with the product’s trailer', () => {
  const builder = newLog();
  builder.beginAction();
  builder.finish();
  const { entries } = builder.toLog();
  assert.equal(shape(entries), '[] info [info] info');
  const saved = entries[2];
  assert.ok(saved?.kind === 'action');
  assert.equal(saved.name, 'DeploymentXdsCmdlet.SaveCachedItems');
  assert.equal(textOf(saved.entries[0]), '"0" updates');
  assert.deepEqual(
    [textOf(entries[1]), textOf(entries[3])],
    ['Command processing is complete.', 'Command run is complete.'],
  );
});

test('a failure is recorded where it happened and for the run, once as an error, and completes every action', () => {
  const builder = newLog();
  builder.beginAction('outer');
  builder.beginAction('inner');
  builder.warning('first');
  builder.fail(EXCEPTION);
  const log = builder.toLog();
  assert.equal(shape(log.entries), '[[warning exception]] error exception');
  assert.equal(textOf(log.entries[1]), 'An error occurred: "System.InvalidOperationException" "No binding."');
});

test('a failure outside any action is recorded for the run only', () => {
  const builder = newLog();
  builder.fail(EXCEPTION);
  assert.equal(shape(builder.toLog().entries), 'error exception');
});

test('a run that stopped keeps its open actions, without a completion', () => {
  const builder = newLog();
  builder.beginAction('outer');
  builder.info('before');
  builder.beginAction('inner');
  builder.info('within');
  const [outer] = builder.toLog().entries;
  assert.ok(outer?.kind === 'action');
  assert.equal(shape([outer]), '[info [info]]');
  assert.equal(outer.completedAt, undefined);
});

test('an earlier copy of the log does not change when more is recorded', () => {
  const builder = newLog();
  builder.beginAction();
  builder.info('one');
  const before = builder.toLog();
  builder.info('two');
  builder.finish();
  assert.equal(shape(before.entries), '[info]');
});

test('completing without an open action changes nothing', () => {
  const builder = newLog();
  builder.complete();
  assert.deepEqual(builder.toLog().entries, []);
});

test('the Output block has the product’s labels, blanks and tabs, and a line break at both ends', () => {
  const builder = newLog();
  builder.output({
    issuer: 'CN=myca, DC=com',
    notAfter: new Date(86_400_000),
    notBefore: new Date(0),
    serialNumber: '0A',
    subject: 'CN=a.b',
    alternativeNames: ['a.b', 'c.d'],
    thumbprint: 'AB',
    effectiveDate: undefined,
    previousThumbprint: '',
    updateTime: undefined,
    use: 'Default,WebServicesInternal',
    sourceScope: '',
  });
  const [entry] = builder.toLog().entries;
  assert.ok(entry?.kind === 'info');
  assert.equal(entry.title, 'Output');
  assert.equal(
    entry.text,
    [
      '',
      'Issuer\t\t: CN=myca, DC=com',
      'NotAfter \t: <1970-01-02T00:00:00.000Z>',
      'NotBefore \t: <1970-01-01T00:00:00.000Z>',
      'SerialNumber \t: 0A',
      'Subject \t: CN=a.b',
      'AlternativeNames: a.b,c.d',
      'Thumbprint \t: AB',
      'EffectiveDate \t: ',
      'PreviousThumbprint: ',
      'UpdateTime \t: ',
      'Use \t\t: Default,WebServicesInternal',
      'SourceScope \t: ',
      '',
    ].join('\n'),
  );
});

const HOSTILE = [
  ['line breaks', 'a\r\nb', 'a\\u{d}\\u{a}b'],
  ['tabs and controls', 'a\tb\u0000\u001b', 'a\\u{9}b\\u{0}\\u{1b}'],
  ['bidirectional marks', 'x\u202ey\u2066', 'x\\u{202e}y\\u{2066}'],
  ['line separators', 'a\u2028b', 'a\\u{2028}b'],
  ['characters without width', 'a\u200bb\u00ad\u2060\ufeff', 'a\\u{200b}b\\u{ad}\\u{2060}\\u{feff}'],
  ['fillers, selectors and tags', 'a\u3164\ufe0f\u{e0041}', 'a\\u{3164}\\u{fe0f}\\u{e0041}'],
  ['letters, signs and blanks of any script', 'ä€ \u00a0日本\u{1f511}', 'ä€ \u00a0日本\u{1f511}'],
  ['lone surrogates and noncharacters', 'a\ud800b\uffff', 'a\\u{d800}b\\u{ffff}'],
  ['markup, which is the renderers’ business', '<b>&"', '<b>&"'],
] as const;

for (const [what, text, shown] of HOSTILE) {
  test(`text from outside: ${what}`, () => {
    const builder = newLog();
    builder.info(text);
    builder.warning(text);
    builder.list('', [text]);
    const texts = builder.toLog().entries.map(textOf);
    assert.deepEqual(texts, [shown, shown, shown]);
  });
}

test('a line is at most 2,000 characters long, a list of names as long as it must be', () => {
  const builder = newLog();
  builder.info('x'.repeat(5000));
  builder.list(
    'Subject alternative name: ',
    Array.from({ length: 400 }, (_, index) => `host${index}.litwareinc.com`),
  );
  const [line, list] = builder.toLog().entries.map(textOf);
  assert.equal(line?.length, 2000);
  assert.ok(line?.endsWith('\u2026'));
  assert.ok(list?.endsWith(',host399.litwareinc.com'));
});

test('lines given separately stay lines', () => {
  const builder = newLog();
  builder.info(['one\ntwo', 'three']);
  assert.equal(textOf(builder.toLog().entries[0]), 'one\\u{a}two\nthree');
});

test('a stack trace keeps its lines, 200 of them; a ring of causes ends', () => {
  const ring: { type: string; message: string; stackTrace: string; inner?: LoggedException } = {
    type: 'System.IO.IOException',
    message: 'again',
    stackTrace: Array.from({ length: 300 }, (_, index) => `   at frame${index}`).join('\r\n'),
  };
  ring.inner = ring;
  const builder = newLog();
  builder.exception(ring);
  let [entry] = builder.toLog().entries;
  assert.ok(entry?.kind === 'exception');
  const lines = entry.stackTrace.split('\n');
  assert.deepEqual([lines.length, lines[0], lines.at(-1)], [201, '   at frame0', '\u2026']);
  let depth = 0;
  while (entry?.kind === 'exception' && entry.inner !== undefined) {
    entry = entry.inner;
    depth++;
  }
  assert.equal(depth, 16);
});
