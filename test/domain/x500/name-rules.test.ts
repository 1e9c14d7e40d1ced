import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { NameAttributeType } from '../../../src/domain/x500/distinguished-name.ts';
import { nameStringKind } from '../../../src/domain/x500/name-encoding.ts';
import { checkDistinguishedName } from '../../../src/domain/x500/name-rules.ts';

const COMMON_NAME = { type: 'CN', value: 'pool1.litwareinc.com' } as const;

describe('a value may be as long as X.520 allows and no longer', () => {
  const limits: readonly (readonly [NameAttributeType, number])[] = [
    ['CN', 64],
    ['OU', 64],
    ['O', 64],
    ['L', 128],
    ['S', 128],
    ['DC', 63],
  ];
  for (const [type, limit] of limits) {
    it(`${type}: ${limit} characters pass, ${limit + 1} do not`, () => {
      checkDistinguishedName([COMMON_NAME, { type, value: 'x'.repeat(limit) }]);
      assert.throws(() => checkDistinguishedName([COMMON_NAME, { type, value: 'x'.repeat(limit + 1) }]), {
        code: 'NameAttributeTooLong',
      });
    });
  }

  it('characters are counted, not UTF-16 units', () => {
    checkDistinguishedName([COMMON_NAME, { type: 'O', value: '😀'.repeat(64) }]);
    assert.throws(() => checkDistinguishedName([COMMON_NAME, { type: 'O', value: '😀'.repeat(65) }]));
  });
});

describe('a country is two letters', () => {
  for (const value of ['US', 'us', 'RU']) {
    it(`${value} passes`, () => checkDistinguishedName([COMMON_NAME, { type: 'C', value }]));
  }
  for (const value of ['USA', 'U', '', 'U1', 'U ', 'Ü1', 'ÖÄ']) {
    it(`${JSON.stringify(value)} does not`, () => {
      assert.throws(() => checkDistinguishedName([COMMON_NAME, { type: 'C', value }]), { code: 'InvalidCountry' });
    });
  }
});

describe('a name has to be encodable', () => {
  it('a name without a common name is none', () => {
    assert.throws(() => checkDistinguishedName([]), { code: 'MissingSubjectName' });
    assert.throws(() => checkDistinguishedName([{ type: 'O', value: 'Litware' }]), { code: 'MissingSubjectName' });
  });

  it('half of a surrogate pair has no UTF-8 form', () => {
    assert.throws(() => checkDistinguishedName([{ type: 'CN', value: 'a\ud83d' }]), { code: 'NameAttributeNotText' });
  });

  it('an empty value is no value', () => {
    assert.throws(() => checkDistinguishedName([{ type: 'CN', value: '' }]), { code: 'NameAttributeNotText' });
  });
});

describe('the string type follows the value', () => {
  const vectors: readonly (readonly [NameAttributeType, string, string])[] = [
    ['C', 'US', 'printable'],
    ['CN', 'pool1.litwareinc.com', 'printable'],
    ['O', "Litware's (1+1=2), a/b: c? d", 'printable'],
    ['CN', '*.litwareinc.com', 'utf8'],
    ['O', 'a@b', 'utf8'],
    ['O', 'a_b', 'utf8'],
    ['O', 'The "Inc" Co', 'utf8'],
    ['L', 'Zürich', 'utf8'],
    ['DC', 'litwareinc', 'ia5'],
    ['DC', 'a_b', 'ia5'],
    ['DC', 'zürich', 'utf8'],
  ];
  for (const [type, value, kind] of vectors) {
    it(`${type}=${value}: ${kind}`, () => assert.equal(nameStringKind({ type, value }), kind));
  }
});
