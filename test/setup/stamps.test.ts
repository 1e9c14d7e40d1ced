import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { fingerprint } from '../../tools/setup/fingerprint.mjs';
import { Stamp } from '../../tools/setup/stamp.mjs';
import { isSame } from '../../tools/setup/steps/packages.mjs';

describe('what a step is made from', () => {
  let root = '';
  const take = (facts: string[] = []) => fingerprint(root, ['src', 'lock.json'], facts);

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'cscert-stamps-'));
    mkdirSync(join(root, 'src', 'deep', 'obj'), { recursive: true });
    writeFileSync(join(root, 'src', 'a.ts'), 'a');
    writeFileSync(join(root, 'src', 'deep', 'b.ts'), 'b');
    writeFileSync(join(root, 'lock.json'), '{}');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  test('is the same for the same contents, whenever they were written', () => {
    const first = take();
    utimesSync(join(root, 'src', 'a.ts'), 0, 0);
    assert.equal(take(), first);
  });

  const changes: readonly (readonly [what: string, change: () => void])[] = [
    ['a change of content', () => writeFileSync(join(root, 'src', 'deep', 'b.ts'), 'c')],
    ['a new file', () => writeFileSync(join(root, 'src', 'deep', 'c.ts'), '')],
    ['a file less', () => rmSync(join(root, 'src', 'a.ts'))],
    ['another name', () => renameSync(join(root, 'src', 'a.ts'), join(root, 'src', 'b.ts'))],
    ['a missing input', () => rmSync(join(root, 'lock.json'))],
    ['content moved from one file to the next', () => moveContent()],
  ];
  const moveContent = () => {
    writeFileSync(join(root, 'src', 'a.ts'), 'ab');
    writeFileSync(join(root, 'src', 'deep', 'b.ts'), '');
  };
  for (const [what, change] of changes) {
    test(`differs after ${what}`, () => {
      const first = take();
      change();
      assert.notEqual(take(), first);
    });
  }

  test('differs with a further fact', () => {
    assert.notEqual(take(['v24']), take(['v26']));
    assert.notEqual(take(['a', 'b']), take(['ab']));
  });

  test('does not count what a build leaves among the sources', () => {
    const first = take();
    writeFileSync(join(root, 'src', 'deep', 'obj', 'x.cache'), 'x');
    assert.equal(take(), first);
  });

  test('is kept by a stamp until it is cleared', () => {
    const stamp = new Stamp(root, 'engine');
    assert.equal(stamp.matches('one'), false);
    stamp.write('one');
    assert.equal(new Stamp(root, 'engine').matches('one'), true);
    assert.equal(new Stamp(root, 'other').matches('one'), false);
    assert.equal(stamp.matches('two'), false);
    stamp.clear();
    assert.equal(stamp.matches('one'), false);
  });

  test('a damaged stamp counts as none', () => {
    const stamp = new Stamp(root, 'engine');
    stamp.write('one');
    writeFileSync(join(root, '.setup', 'stamps', 'engine.json'), '{"madeFr');
    assert.equal(stamp.matches('one'), false);
  });
});

describe('installed packages match the lock file', () => {
  const wanted = {
    packages: {
      '': {},
      'node_modules/a': { version: '1.0.0' },
      'node_modules/win': { version: '2.0.0', optional: true },
    },
  };
  const table: readonly (readonly [
    title: string,
    installed: Record<string, { version: string }>,
    expected: boolean,
  ])[] = [
    ['all of them', { 'node_modules/a': { version: '1.0.0' }, 'node_modules/win': { version: '2.0.0' } }, true],
    ['without one for another platform', { 'node_modules/a': { version: '1.0.0' } }, true],
    ['another version', { 'node_modules/a': { version: '1.0.1' } }, false],
    ['one missing', { 'node_modules/win': { version: '2.0.0' } }, false],
    ['one too many', { 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.0.0' } }, false],
  ];
  for (const [title, packages, expected] of table) {
    test(`${title}: ${expected ? 'yes' : 'no'}`, () => assert.equal(isSame(wanted, { packages }), expected));
  }
});
