import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  isRequestState,
  mayBecome,
  REQUEST_STATES,
  type RequestState,
} from '../../src/domain/request/request-state.ts';

const ALL = Object.keys(REQUEST_STATES).filter(isRequestState);

/** state, what the user reads, listed?, archived?, what a restart does */
const TABLE: readonly (readonly [RequestState, string, boolean, boolean, string])[] = [
  ['prepared', 'Failed', false, false, 'discard'],
  ['submitting', 'Unknown', true, false, 'ask by digest'],
  ['pending', 'Pending', true, false, 'ask by number'],
  ['issued', 'Issued', true, false, 'import'],
  ['imported', 'Issued', false, false, 'none'],
  ['denied', 'Denied', true, false, 'report'],
  ['revoked', 'Revoked', true, false, 'leave to the user'],
  ['offline', 'Offline', true, false, 'leave to the user'],
  ['unknown', 'Unknown', true, false, 'ask by digest'],
  ['cleared', 'Failed', false, true, 'none'],
  ['failed', 'Failed', false, true, 'none'],
];

for (const [state, status, listed, archived, afterRestart] of TABLE) {
  test(`a request that is ${state}: the user reads ${status}, after a restart: ${afterRestart}`, () => {
    const rule = REQUEST_STATES[state];
    assert.deepEqual(
      [rule.status, rule.listed, rule.archived, rule.afterRestart],
      [status, listed, archived, afterRestart],
    );
  });
}

test('the table above has every state', () => {
  assert.deepEqual(
    TABLE.map(([state]) => state),
    ALL,
  );
});

test('every step of the table leads to a state of the table', () => {
  for (const state of ALL) for (const next of REQUEST_STATES[state].next) assert.ok(isRequestState(next), next);
});

test('imported, cleared and failed are ends; -Clear never reaches an imported certificate', () => {
  for (const state of ALL) {
    const isEnd = ['imported', 'cleared', 'failed'].includes(state);
    assert.equal(REQUEST_STATES[state].next.length === 0, isEnd, state);
  }
  assert.equal(mayBecome('imported', 'cleared'), false);
});

test('what -List shows can always be cleared in the end, but for a question still under way', () => {
  const listed = ALL.filter((state) => REQUEST_STATES[state].listed);
  for (const state of listed) assert.equal(mayBecome(state, 'cleared'), state !== 'submitting', state);
});

test('nothing returns to prepared or submitting: a request is submitted once', () => {
  for (const state of ALL) {
    assert.equal(mayBecome(state, 'prepared'), false, state);
    assert.equal(mayBecome(state, 'submitting'), state === 'prepared', state);
  }
});

test('a state that keeps asking a CA can be reached only after somebody was asked', () => {
  const walk = fc.array(fc.nat(), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(fc.constantFrom<RequestState>('prepared', 'offline'), walk, (first, choices) => {
      const visited: RequestState[] = [first];
      for (const choice of choices) {
        const here = visited.at(-1) ?? first;
        const next = REQUEST_STATES[here].next.filter(isRequestState);
        const chosen = next[choice % Math.max(next.length, 1)];
        if (chosen === undefined) break;
        visited.push(chosen);
      }
      const asked = visited.indexOf('submitting');
      const answered = visited.findIndex((state) =>
        ['pending', 'issued', 'denied', 'revoked', 'unknown'].includes(state),
      );
      assert.ok(answered === -1 || (asked !== -1 && asked < answered), visited.join(' → '));
      assert.ok(visited.filter((state) => state === 'submitting').length <= 1, visited.join(' → '));
    }),
  );
});
