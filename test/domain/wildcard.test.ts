import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Wildcard } from '../../src/domain/wildcard.ts';

const ROWS: readonly (readonly [pattern: string, text: string, matches: boolean])[] = [
  ['*.litwareinc.com', 'atl-cs-001.litwareinc.com', true],
  ['*.LITWAREINC.com', 'atl-cs-001.litwareinc.com', true],
  ['*.litwareinc.com', 'litwareinc.com', false],
  ['site:*', 'Site:Redmond', true],
  ['f*', 'contoso.com', false],
  ['fe0?', 'FE01', true],
  ['fe0?', 'fe0', false],
  ['fe[1-3]', 'fe2', true],
  ['fe[1-3]', 'fe4', false],
  ['fe[-a]', 'fe-', true],
  ['a`*', 'a*', true],
  ['a`*', 'ab', false],
  ['*', '', true],
  ['', '', true],
  ['', 'a', false],
  ['a*b*c', 'aXbYbZc', true],
  ['a*b*c', 'aXbYbZ', false],
  ['a.c', 'abc', false],
];

describe('a wildcard pattern', () => {
  for (const [pattern, text, matches] of ROWS) {
    it(`"${pattern}" ${matches ? 'matches' : 'does not match'} "${text}"`, () => {
      assert.equal(Wildcard.parse(pattern)?.matches(text), matches);
    });
  }

  it('is none where a set has no end', () => assert.equal(Wildcard.parse('fe[1-3'), undefined));

  it('made of a text with stars put in matches that text', () =>
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z.-]{0,12}$/), fc.nat(12), (text, at) => {
        const pattern = `${text.slice(0, at)}*${text.slice(at + 1)}`;
        assert.equal(Wildcard.parse(pattern)?.matches(text), true);
      }),
    ));

  it('with many stars does not take for ever on a long text', () => {
    const started = performance.now();
    assert.equal(Wildcard.parse(`${'*a'.repeat(200)}b`)?.matches('a'.repeat(2000)), false);
    assert.ok(performance.now() - started < 30_000);
  });
});
