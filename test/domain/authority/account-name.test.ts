import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSameAccount } from '../../../src/domain/authority/account-name.ts';

/** one spelling, another, whether they mean one account */
const ROWS: readonly (readonly [string, string, boolean])[] = [
  [String.raw`LITWAREINC\kenmyer`, String.raw`litwareinc\KenMyer`, true],
  [String.raw`LITWAREINC\kenmyer`, 'kenmyer@litwareinc.com', true],
  ['KENMYER@LITWAREINC.COM', 'kenmyer@litwareinc.com', true],
  [String.raw`litwareinc.com\kenmyer`, 'kenmyer@litwareinc.com', true],
  ['kenmyer', 'KENMYER', true],
  [String.raw`LITWAREINC\pilar`, 'kenmyer@litwareinc.com', false],
  [String.raw`CONTOSO\kenmyer`, 'kenmyer@litwareinc.com', false],
  ['kenmyer@litwareinc.net', 'kenmyer@litwareinc.com', false],
  ['kenmyer', String.raw`LITWAREINC\kenmyer`, false],
  ['kenmyer', 'kenmyer@litwareinc.com', false],
];

for (const [left, right, same] of ROWS) {
  test(`${left} and ${right} ${same ? 'are' : 'are not'} one account`, () => {
    assert.deepEqual([isSameAccount(left, right), isSameAccount(right, left)], [same, same]);
  });
}
