import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { makePlace } from '../end-to-end/harness/place.ts';
import type { ProbedError } from '../end-to-end/harness/probe.ts';
import { CONTRACT, type ContractRow } from './error-contract.ts';
import { runScripts, type ScriptRun } from './script-runs.ts';
import { CA, makeSurroundings } from './surroundings.ts';

const PREFIX = 'Command execution failed: ';
const SENTENCE_END = /[.!?](?:\s+|$)/;
/** Other ways in which scripts meet an error; each says what it did. */
const WAYS = `& { trap { 'trapped'; continue }; . $lines; 'after the trap' }
& { $ErrorActionPreference = 'Stop'; try { . $lines } catch { 'stopped' } finally { 'cleaned up' } }
& { $ErrorActionPreference = 'SilentlyContinue'; . $lines; 'in silence' }`;

describe('the error contract', () => {
  const place = makePlace();
  const surroundings = makeSurroundings(place);
  let runs: ReadonlyMap<string, ScriptRun>;

  before(async () => {
    const calls = CONTRACT.flatMap((row, index) => {
      const where = surroundings[row.deployment ?? 'enterprise'];
      const uncaught = `$ca = '${CA}'; ${row.line}; 'the next line'`;
      const caught = `$ca = '${CA}'; try { ${row.line} } catch [IO.FileNotFoundException] { 'wrong' } catch [${row.exceptionType}] { 'caught' }`;
      return [
        { name: `uncaught-${index}`, line: uncaught, ...where },
        { name: `caught-${index}`, line: caught, ...where },
        ...(isFirst(row)
          ? [{ name: `ways-${index}`, line: `$ca = '${CA}'; $lines = { ${row.line} }; ${WAYS}`, ...where }]
          : []),
      ];
    });
    runs = await runScripts(place, calls);
  });
  after(() => place[Symbol.dispose]());

  function errorOf(index: number): ProbedError {
    const errors = (runs.get(`uncaught-${index}`)?.records ?? []).flatMap((record) =>
      record.stream === 'error' ? [record.error] : [],
    );
    assert.equal(errors.length, 1, JSON.stringify(errors));
    const [error] = errors;
    assert.ok(error !== undefined);
    return error;
  }

  for (const [index, row] of CONTRACT.entries()) {
    describe(`${row.cmdlet}-CsCertificate, ${row.trigger}`, () => {
      test(`is a ${row.exceptionType} that a script matches by "${row.says}"`, () => {
        const error = errorOf(index);
        assert.equal(error.exceptionType, row.exceptionType, error.message);
        assert.equal(error.category, row.category);
        assert.match(error.id, new RegExp(`^${row.id},Microsoft\\.Rtc\\.Management\\.Deployment\\.${className(row)}$`));
        assert.ok(error.message.includes(row.says), error.message);
      });

      test('is shown behind "Command execution failed: ", in two sentences or more', () => {
        const { details, message } = errorOf(index);
        assert.ok(details !== null);
        assert.ok(details.startsWith(`${PREFIX}${message}`), details);
        const sentences = details.slice(PREFIX.length).split(SENTENCE_END);
        assert.ok(sentences.filter((sentence) => sentence !== '').length >= 2, details);
      });

      test('the next line runs', () => {
        const records = runs.get(`uncaught-${index}`)?.records ?? [];
        assert.deepEqual(records.filter(({ stream }) => stream === 'output').map(textOf), ['the next line']);
      });

      test(
        row.goesOn === true
          ? 'catch without -ErrorAction does not see it'
          : 'try and catch take it without -ErrorAction',
        () => {
          const records = runs.get(`caught-${index}`)?.records ?? [];
          const said = records.filter(({ stream }) => stream === 'output').map(textOf);
          assert.deepEqual(said, row.goesOn === true ? [] : ['caught']);
        },
      );

      if (!isFirst(row)) return;
      test('a trap takes it, $ErrorActionPreference ends the script with it or keeps it quiet', () => {
        const records = runs.get(`ways-${index}`)?.records ?? [];
        const trapped = row.goesOn === true ? [] : ['trapped'];
        const said = records.filter(({ stream }) => stream === 'output').map(textOf);
        assert.deepEqual(said, [...trapped, 'after the trap', 'stopped', 'cleaned up', 'in silence']);
        assert.equal(records.filter(({ stream }) => stream === 'error').length, row.goesOn === true ? 1 : 0);
      });
    });
  }
});

/** The ways are PowerShell's own: one error of each cmdlet shows them, and each that does not end its statement. */
function isFirst(row: ContractRow): boolean {
  return row.goesOn === true || CONTRACT.find(({ cmdlet }) => cmdlet === row.cmdlet) === row;
}

function className({ cmdlet }: ContractRow): string {
  return `${cmdlet}CertificateCmdlet`;
}

function textOf(record: { readonly stream: string }): string {
  return 'text' in record ? String(record.text) : '';
}
