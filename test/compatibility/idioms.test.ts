import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { makePlace } from '../end-to-end/harness/place.ts';
import { runCscert } from '../end-to-end/harness/programs.ts';
import type { Idiom } from './idioms/idiom.ts';
import { IDIOMS } from './idioms/table.ts';
import { homeOf, runScripts, type ScriptCall, type ScriptRun } from './script-runs.ts';
import { CA, makeSurroundings } from './surroundings.ts';

const SCRIPTS = join(import.meta.dirname, 'scripts');

describe('scripts of administrators, run unchanged', () => {
  const place = makePlace();
  const surroundings = makeSurroundings(place);
  let runs: ReadonlyMap<string, ScriptRun>;

  before(async () => {
    runs = await runScripts(place, IDIOMS.map(callOf));
  });
  after(() => place[Symbol.dispose]());

  function callOf(idiom: Idiom, index: number): ScriptCall {
    const file = join(SCRIPTS, `${idiom.script}.ps1`);
    const hasCa = /\$CA\b/.test(readFileSync(file, 'utf8'));
    const line = [`& '${file}'`, hasCa ? `-CA '${CA}'` : '', idiom.arguments ?? ''].join(' ').trimEnd();
    const where = surroundings[idiom.deployment ?? 'enterprise'];
    const prepare = idiom.prepare === undefined ? undefined : `$ca = '${CA}'\n${idiom.prepare}`;
    return { name: nameOf(idiom, index), line, ...where, loadsModule: idiom.loadsModule, prepare };
  }

  for (const [index, idiom] of IDIOMS.entries()) {
    test(`${idiom.section}: ${idiom.idiom}`, async () => {
      const name = nameOf(idiom, index);
      const run = runs.get(name);
      assert.ok(run !== undefined);
      assertSaid(run, idiom.says);
      const errors = run.records.flatMap((record) => (record.stream === 'error' ? [record.error.id] : []));
      assert.deepEqual(errors, idiom.errors ?? [], JSON.stringify(run.records.slice(-3)));
      assert.equal(run.exitCode, idiom.exitCode ?? 0);
      if (idiom.certificates === undefined) return;
      const where = surroundings[idiom.deployment ?? 'enterprise'];
      const env = {
        CSCERT_HOME: homeOf(place, name),
        CSCERT_DEPLOYMENT: where.deployment,
        CSCERT_COMPUTER: where.computer,
      };
      const listed: { Store: string }[] = JSON.parse((await runCscert(place, ['certificate', 'list'], { env })).stdout);
      assert.equal(listed.filter(({ Store }) => Store === 'My').length, idiom.certificates);
    });
  }
});

test('every script file of the folder is run', () => {
  const files = readdirSync(SCRIPTS).map((name) => name.replace(/\.ps1$/, ''));
  assert.deepEqual(files.sort(), [...new Set(IDIOMS.map(({ script }) => script))].sort());
});

function nameOf({ script }: Idiom, index: number): string {
  return `${index + 1}-${script}`;
}

function assertSaid({ records }: ScriptRun, expected: readonly (string | RegExp)[]): void {
  const said = records.flatMap((record) => (record.stream === 'output' ? [record.text] : []));
  const context = () => JSON.stringify(records.slice(-6), null, 1).slice(0, 3000);
  const isAsExpected = (text: string, index: number) => {
    const wanted = expected[index];
    return wanted instanceof RegExp ? wanted.test(text) : wanted === text;
  };
  if (said.length === expected.length && said.every(isAsExpected)) return;
  assert.deepEqual(said, expected, context());
}
