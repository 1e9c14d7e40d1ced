import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type RehearsedAssignments, withAssignments } from './rehearsed-assignments.ts';

const HOUR = 3_600_000;
const TOMORROW = '2026-01-02T00:00:00.0000000Z';

async function objects(here: RehearsedAssignments) {
  return (await here.get()).told.flatMap((object) => (object.kind === 'CertificateReference' ? [object] : []));
}

describe('a certificate that is staged', () => {
  it('is shown with its date and the one it follows', () =>
    withAssignments(async (here) => {
      const [first, second] = [await here.issued({ Type: ['OAuthTokenIssuer'] }), await here.issued()];
      await here.set({ Thumbprint: first, Type: ['OAuthTokenIssuer'] });
      const heard = await here.set({
        Thumbprint: second,
        Type: ['OAuthTokenIssuer'],
        Roll: true,
        EffectiveDate: TOMORROW,
      });
      assert.deepEqual(heard, { told: [], warnings: [], thrown: undefined });
      const [object, ...more] = await objects(here);
      assert.equal(more.length, 0);
      assert.deepEqual(
        [object?.thumbprint, object?.previousThumbprint, object?.effectiveDate],
        [second, first, new Date(TOMORROW)],
      );
    }));

  it('may be of any type, and may be staged without -Roll', () =>
    withAssignments(async (here) => {
      const [first, second] = [await here.issued(), await here.issued()];
      await here.set({ Thumbprint: first, Type: ['Default'] });
      const heard = await here.set({ Thumbprint: second, Type: ['Default'], EffectiveDate: TOMORROW });
      assert.deepEqual([heard.warnings, heard.thrown], [[], undefined]);
      assert.deepEqual(await here.assigned(), [`Default ${second} ${first}`]);
    }));

  it('has no predecessor where nothing was in use: a warning says so', () =>
    withAssignments(async (here) => {
      const thumbprint = await here.issued();
      const heard = await here.set({ Thumbprint: thumbprint, Type: ['Default'], Roll: true, EffectiveDate: TOMORROW });
      assert.equal(heard.warnings.length, 1);
      assert.match(heard.warnings[0] ?? '', /^No certificate is in use for the type "Default"/);
    }));

  it('that is in use already stays in use: a warning says so', () =>
    withAssignments(async (here) => {
      const thumbprint = await here.issued();
      await here.set({ Thumbprint: thumbprint, Type: ['Default'] });
      const heard = await here.set({ Thumbprint: thumbprint, Type: ['Default'], Roll: true, EffectiveDate: TOMORROW });
      assert.equal(heard.warnings.length, 1);
      assert.match(heard.warnings[0] ?? '', /is in use for the type "Default" already/);
      assert.deepEqual(
        (await objects(here)).map((object) => object.effectiveDate),
        [undefined],
      );
    }));

  it('that is replaced before its date was nobody’s predecessor', () =>
    withAssignments(async (here) => {
      const [first, staged, last] = [await here.issued(), await here.issued(), await here.issued()];
      await here.set({ Thumbprint: first, Type: ['Default'] });
      await here.set({ Thumbprint: staged, Type: ['Default'], Roll: true, EffectiveDate: TOMORROW });
      await here.set({ Thumbprint: last, Type: ['Default'] });
      assert.deepEqual(await here.assigned(), [`Default ${last} ${first}`]);
    }));

  it('is in use at once with a date that has just passed, as (Get-Date) gives, and keeps the date', () =>
    withAssignments(async (here) => {
      const [first, second] = [await here.issued(), await here.issued()];
      const EffectiveDate = '2025-12-31T08:00:00Z';
      await here.set({ Thumbprint: first, Type: ['Default'] });
      const heard = await here.set({ Thumbprint: second, Type: ['Default'], Roll: true, EffectiveDate });
      assert.deepEqual(heard, { told: [], warnings: [], thrown: undefined });
      const [object] = await objects(here);
      assert.deepEqual(
        [object?.thumbprint, object?.previousThumbprint, object?.effectiveDate],
        [second, first, new Date(EffectiveDate)],
      );
      const third = await here.issued();
      await here.set({ Thumbprint: third, Type: ['Default'] });
      assert.deepEqual(await here.assigned(), [`Default ${third} ${second}`]);
    }));

  it('needs a date with -Roll, one that has not long passed and is within its validity', () =>
    withAssignments(async (here) => {
      const thumbprint = await here.issued();
      const stage = async (given: { readonly Roll?: boolean; readonly EffectiveDate?: string }) =>
        (await here.set({ Thumbprint: thumbprint, Type: ['Default'], ...given })).thrown;
      assert.equal(await stage({ Roll: true }), 'RollNeedsEffectiveDate');
      assert.equal(await stage({ EffectiveDate: '2025-12-30T23:59:59Z' }), 'EffectiveDatePassed');
      assert.equal(await stage({ EffectiveDate: '2040-01-01T00:00:00Z' }), 'CertificateNotValid');
      assert.deepEqual(await here.assigned(), []);
    }));
});

/** Hours before the end of the certificate in use at which its successor takes over. */
const LEADS: readonly (readonly [use: string, computer: 'front end' | 'edge', hours: number, warned: boolean])[] = [
  ['OAuthTokenIssuer', 'front end', 23, true],
  ['OAuthTokenIssuer', 'front end', 24, false],
  ['AudioVideoAuthentication', 'edge', 7, true],
  ['AudioVideoAuthentication', 'edge', 8, false],
  ['Default', 'front end', 1, false],
];

describe('a successor has to come before the tokens of its predecessor run out', () => {
  for (const [use, computer, hours, warned] of LEADS) {
    it(`${use}, ${hours} hours before: ${warned ? 'a warning' : 'in time'}`, () =>
      withAssignments(async (frontEnd, verbs, at) => {
        const here = computer === 'edge' ? at('atl-edge-001.litwareinc.com') : frontEnd;
        const first = await here.issued({ Type: [use] });
        await here.set({ Thumbprint: first, Type: [use] });
        const [object] = await objects(here);
        const ends = object?.notAfter.getTime() ?? 0;
        verbs.clock.set(new Date(ends - 48 * HOUR).toISOString());
        const second = await here.issued({ Type: [use] });
        const EffectiveDate = new Date(ends - hours * HOUR).toISOString();
        const { warnings } = await here.set({ Thumbprint: second, Type: [use], Roll: true, EffectiveDate });
        const late = warnings.filter((text) => /becomes effective less than/.test(text));
        assert.equal(late.length, warned ? 1 : 0, JSON.stringify(warnings));
        const forced = await here.set({ Thumbprint: second, Type: [use], Roll: true, EffectiveDate, Force: true });
        assert.deepEqual(forced.warnings, []);
      }));
  }
});
