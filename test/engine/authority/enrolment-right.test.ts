import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { verdictError } from '../../../src/domain/request/verdict-error.ts';
import type { Credentials } from '../../../src/ports/certificate-authority.ts';
import { InMemoryBooks } from './in-memory-books.ts';
import { authorities, CONFIG, request, SUBMISSION } from './rehearsal.ts';

const OPEN = { name: 'LITWAREINC\\kenmyer', password: undefined };
const WITH_PASSWORD = { name: 'pilar@litwareinc.com', password: 'Correct-Horse' };

describe('who may enrol', () => {
  const rows: readonly (readonly [
    rule: string,
    accounts: readonly (typeof OPEN | typeof WITH_PASSWORD)[] | undefined,
    credentials: Credentials | undefined,
    requester: string,
    allowed: boolean,
  ])[] = [
    ['without accounts the logged-on user', undefined, undefined, 'ci\\runner', true],
    ['without accounts any account', [], { account: 'x\\y', password: 'p' }, 'ci\\runner', true],
    ['an account that the CA names, in any case', [OPEN], { account: 'litwareinc\\KenMyer', password: 'p' }, 'r', true],
    [
      'a user principal name, in any case',
      [WITH_PASSWORD],
      { account: 'PILAR@litwareinc.com', password: 'Correct-Horse' },
      'r',
      true,
    ],
    [
      'the user principal name of an account that the CA names',
      [OPEN],
      { account: 'kenmyer@litwareinc.com', password: 'p' },
      'r',
      true,
    ],
    ['the logged-on user, where the CA names it', [OPEN], undefined, 'LITWAREINC\\kenmyer', true],
    ['not another account', [OPEN], { account: 'LITWAREINC\\pilar', password: 'p' }, 'LITWAREINC\\kenmyer', false],
    ['not another logged-on user', [OPEN], undefined, 'ci\\runner', false],
    ['not with an empty password', undefined, { account: 'x\\y', password: '' }, 'r', false],
    [
      'not with a wrong password',
      [WITH_PASSWORD],
      { account: WITH_PASSWORD.name, password: 'correct-horse' },
      'r',
      false,
    ],
    ['not without the password that is asked for', [WITH_PASSWORD], undefined, WITH_PASSWORD.name, false],
  ];
  for (const [rule, accounts, credentials, requester, allowed] of rows) {
    it(rule, async () => {
      const books = new InMemoryBooks();
      const authority = authorities([{ ...(accounts && { accounts }) }], { books }).find(CONFIG);
      const linted = await request({ keyAlgorithm: 'ECDH_P256' });
      const verdict = await authority?.submit(linted, { ...SUBMISSION, credentials, requester });
      assert.equal(verdict?.kind, allowed ? 'issued' : 'refused-credentials');
      const written = books.open('litwareinc.com', CONFIG).entries.map((entry) => entry.requester);
      assert.deepEqual(written, allowed ? [credentials?.account ?? requester] : []);
    });
  }

  it('who may not is told so as the product does', () => {
    const error = verdictError('dc\\myca', { kind: 'refused-credentials' });
    assert.equal(error.exceptionType, 'System.ArgumentException');
    assert.match(error.message, /^Unable to contact certification authority "dc\\myca"\./);
    assert.match(error.message, /and that you logged on with the correct credentials\.$/);
  });
});
