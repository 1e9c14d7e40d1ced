import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { makePlace } from '../end-to-end/harness/place.ts';
import type { ProbedError } from '../end-to-end/harness/probe.ts';
import { CONTRACT, type ContractRow } from './error-contract.ts';
import { runScripts, type ScriptRun } from './script-runs.ts';
import { CA, makeSurroundings } from './surroundings.ts';

const PREFIX = 'Command execution failed: ';
const SENTENCE_END = /[.!?](?:\s+|$)/;

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
        assert.match(error.id, new RegExp(`^${row.id},Microsoft\\.Rtc\\.Management\\.Deployment\\.${className(row)}$`));
        assert.ok(error.message.includes(row.says), error.message);
      });

      test('is shown behind "Command execution failed: ", in two sentences or more', () => {
        const { details, message } = errorOf(index);
        assert.equal(details, `${PREFIX}${message}`);
        const sentences = message.split(SENTENCE_END).filter((sentence) => sentence !== '');
        assert.ok(sentences.length >= 2, message);
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
    });
  }
});

function className({ cmdlet }: ContractRow): string {
  return `${cmdlet}CertificateCmdlet`;
}

function textOf(record: { readonly stream: string }): string {
  return 'text' in record ? String(record.text) : '';
}
