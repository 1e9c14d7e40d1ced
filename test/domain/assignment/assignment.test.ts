import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  type Assignment,
  nextAssignment,
  thumbprintInEffect,
  withoutCurrent,
  withoutPrevious,
} from '../../../src/domain/assignment/assignment.ts';

const [A, B, C] = ['A', 'B', 'C'].map((letter) => letter.repeat(40)) as [string, string, string];
const NOW = new Date('2026-11-23T12:00:00Z');
const LATER = new Date('2026-12-01T00:00:00Z');
const PLACE = { level: 'computer', use: 'Default' } as const;

function assign(before: Assignment | undefined, thumbprint: string, effectiveWhen?: Date, at = NOW): Assignment {
  return nextAssignment(before, PLACE, { thumbprint, effectiveWhen, machine: 'fe01' }, at);
}

test('a first certificate has no predecessor and is in effect at once', () => {
  const first = assign(undefined, A);
  assert.equal(first.previousThumbprint, undefined);
  assert.equal(thumbprintInEffect(first, NOW), A);
});

test('a replaced certificate becomes the previous one; only one is kept', () => {
  const second = assign(assign(undefined, A), B);
  assert.equal(second.previousThumbprint, A);
  assert.equal(assign(second, C).previousThumbprint, B);
});

test('assigning the same certificate again keeps its predecessor', () => {
  assert.equal(assign(assign(assign(undefined, A), B), B).previousThumbprint, A);
  assert.equal(assign(assign(undefined, A), A).previousThumbprint, undefined);
});

test('a staged certificate comes into effect on its date, the previous one is in use until then', () => {
  const staged = assign(assign(undefined, A), B, LATER);
  assert.equal(thumbprintInEffect(staged, NOW), A);
  assert.equal(thumbprintInEffect(staged, LATER), B);
  assert.equal(thumbprintInEffect(assign(undefined, A, LATER), NOW), undefined);
});

test('a staged certificate that is replaced before its date was nobody’s predecessor', () => {
  const staged = assign(assign(undefined, A), B, LATER);
  assert.equal(assign(staged, C).previousThumbprint, A);
  assert.equal(assign(staged, A).previousThumbprint, undefined);
  assert.equal(assign(staged, C, undefined, LATER).previousThumbprint, B);
});

test('the previous certificate can be given up alone', () => {
  assert.equal(withoutPrevious(assign(assign(undefined, A), B)).previousThumbprint, undefined);
});

test('a certificate that is in effect stays so when it is assigned again from a later date', () => {
  const again = assign(assign(assign(undefined, A), B), B, LATER);
  assert.equal(thumbprintInEffect(again, NOW), B);
  assert.equal(again.previousThumbprint, A);
  const staged = assign(assign(undefined, A), B, LATER);
  assert.equal(thumbprintInEffect(assign(staged, A, LATER), NOW), A);
});

test('without a staged certificate the one in effect is the current one again', () => {
  const staged = assign(assign(undefined, A), B, LATER);
  assert.deepEqual(withoutCurrent(staged, NOW), assign(undefined, A));
  assert.equal(withoutCurrent(staged, LATER), undefined);
  assert.equal(withoutCurrent(assign(undefined, A, LATER), NOW), undefined);
});
