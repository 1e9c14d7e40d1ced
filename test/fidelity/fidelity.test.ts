import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, it } from 'node:test';
import { DEFAULT_POLICIES } from '../../src/domain/policies.ts';
import { renderFidelity } from './render.ts';
import { FIDELITY } from './table.ts';

const root = resolve(import.meta.dirname, '../..');

describe('the table of emulated behaviour', () => {
  it('is what docs/fidelity.md says', () => {
    assert.equal(readFileSync(resolve(root, 'docs/fidelity.md'), 'utf8'), renderFidelity(FIDELITY));
  });

  it('names a test file for each behaviour', () => {
    const missing = FIDELITY.filter(({ proof }) => !existsSync(resolve(root, proof))).map(({ proof }) => proof);
    assert.deepEqual(missing, []);
  });

  it('has every switch of the policies, and no other', () => {
    const switches = FIDELITY.flatMap(({ policy }) => (policy === undefined ? [] : [policy]));
    assert.deepEqual(switches.sort(), Object.keys(DEFAULT_POLICIES).sort());
  });

  it('says each behaviour once', () => {
    const texts = FIDELITY.map(({ behaviour }) => behaviour);
    assert.equal(new Set(texts).size, texts.length);
  });
});
