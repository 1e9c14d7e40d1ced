import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AssignmentLevel, nextAssignment } from '../../../src/domain/assignment/assignment.ts';
import type { CertificateUse } from '../../../src/domain/certificate-use.ts';
import type { AssignmentStore, DecideAssignment } from '../../../src/ports/assignment-store.ts';
import type { InspectedAssignment } from '../../../src/ports/store-inspector.ts';
import { actor, SCOPE } from './sample-requests.ts';
import { withSqlStores } from './temporary-store.ts';

const A = 'A'.repeat(40);
const B = 'B'.repeat(40);
const OTHER = { ...SCOPE, machine: 'atl-cs-002.litwareinc.com' };

const at = (level: AssignmentLevel, ...uses: readonly CertificateUse[]) => uses.map((use) => ({ level, use }));

function assigning(thumbprint: string, effectiveWhen?: Date): DecideAssignment {
  const { machine } = SCOPE;
  return (place, before) =>
    nextAssignment(before, place, { thumbprint, effectiveWhen, machine }, new Date(2026, 10, 23));
}

async function usesOf(store: AssignmentStore, scope = SCOPE): Promise<readonly string[]> {
  return (await store.list(scope)).map(({ level, use }) => `${level} ${use}`);
}

test('assignments come back in the order of the enumeration, the global ones last', () =>
  withSqlStores(async (open) => {
    const { assignments } = open();
    await assignments.update(SCOPE, at('global', 'OAuthTokenIssuer'), assigning(A), actor());
    await assignments.update(SCOPE, at('computer', 'WebServicesExternal', 'Default'), assigning(A), actor());
    assert.deepEqual(await usesOf(open().assignments), [
      'computer Default',
      'computer WebServicesExternal',
      'global OAuthTokenIssuer',
    ]);
  }));

test('another machine sees the global assignment with the machine that holds it, another deployment nothing', () =>
  withSqlStores(async (open) => {
    const { assignments } = open();
    await assignments.update(SCOPE, at('global', 'OAuthTokenIssuer'), assigning(A), actor());
    await assignments.update(SCOPE, at('computer', 'Default'), assigning(A), actor());
    const [only, ...more] = await assignments.list(OTHER);
    assert.equal(more.length, 0);
    assert.equal(only?.machine, SCOPE.machine);
    assert.deepEqual(await assignments.list({ ...SCOPE, deployment: 'contoso.com' }), []);
    assert.equal(
      (await assignments.list({ deployment: 'LITWAREINC.com', machine: 'ATL-cs-001.litwareinc.com' })).length,
      2,
    );
  }));

test('a change tells how it was and how it is; dates and predecessors come back', () =>
  withSqlStores(async (open) => {
    const { assignments } = open();
    const later = new Date('2027-01-01T00:00:00Z');
    const [first] = await assignments.update(SCOPE, at('computer', 'Default'), assigning(A), actor());
    assert.equal(first?.before, undefined);
    const [second] = await assignments.update(SCOPE, at('computer', 'Default'), assigning(B, later), actor());
    assert.deepEqual(second?.before, first?.after);
    assert.deepEqual(await open().assignments.list(SCOPE), [
      {
        level: 'computer',
        use: 'Default',
        thumbprint: B,
        previousThumbprint: A,
        effectiveWhen: later,
        machine: SCOPE.machine,
      },
    ]);
  }));

test('a use that gives up its certificate is gone from the list and stays in the history', () =>
  withSqlStores(async (open) => {
    const { assignments, inspector } = open();
    await assignments.update(SCOPE, at('computer', 'Default'), assigning(A), actor());
    await assignments.update(SCOPE, at('computer', 'Default'), () => undefined, actor(1));
    assert.deepEqual(await assignments.list(SCOPE), []);
    const history = await inspector.inspect(async (view) => {
      const changes: InspectedAssignment[] = [];
      for await (const change of view.assignments()) changes.push(change);
      return changes;
    });
    assert.deepEqual(
      history.map(({ use, thumbprint, by }) => [use, thumbprint, by.at.getUTCMinutes()]),
      [
        ['Default', A, 0],
        ['Default', '', 1],
      ],
    );
  }));

test('a decision that throws changes no use of the call', () =>
  withSqlStores(async (open) => {
    const { assignments } = open();
    const decide: DecideAssignment = (place, before) => {
      if (place.use === 'Internal') throw new RangeError('no');
      return assigning(A)(place, before);
    };
    await assert.rejects(assignments.update(SCOPE, at('computer', 'Default', 'Internal'), decide, actor()));
    assert.deepEqual(await assignments.list(SCOPE), []);
  }));

test('one call changes both levels or neither', () =>
  withSqlStores(async (open) => {
    const { assignments } = open();
    const places = [...at('computer', 'Default'), ...at('global', 'OAuthTokenIssuer')];
    const changes = await assignments.update(SCOPE, places, assigning(A), actor());
    assert.deepEqual(
      changes.map(({ level, use }) => `${level} ${use}`),
      ['computer Default', 'global OAuthTokenIssuer'],
    );
    assert.deepEqual(await usesOf(assignments), ['computer Default', 'global OAuthTokenIssuer']);
  }));
