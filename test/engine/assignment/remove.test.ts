import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RemoveCertificateParameters } from '../../../src/app/assignment/remove-certificate.ts';
import type { CallContext } from '../../../src/app/call-context.ts';
import { type RehearsedAssignments, SCOPE, withAssignments } from './rehearsed-assignments.ts';

const NOTHING = { told: [], warnings: [], thrown: undefined };
const TOMORROW = '2026-01-02T00:00:00Z';

async function assignTwice(here: RehearsedAssignments): Promise<readonly [first: string, second: string]> {
  const [first, second] = [await here.issued(), await here.issued()];
  await here.set({ Thumbprint: first, Type: ['Default', 'WebServicesInternal'] });
  await here.set({ Thumbprint: second, Type: ['Default', 'OAuthTokenIssuer'] });
  return [first, second];
}

describe('Remove-CsCertificate', () => {
  it('takes the certificate from the type, not out of the store', () =>
    withAssignments(async (here) => {
      const [first, second] = await assignTwice(here);
      assert.deepEqual(await here.remove({ Type: ['Default'], Force: true }), NOTHING);
      assert.deepEqual(await here.assigned(), [`WebServicesInternal ${first}`, `OAuthTokenIssuer ${second}`]);
      const entry = await here.deps.openState().certificates.find(SCOPE, second, 'My');
      assert.ok(entry?.privateKey !== undefined);
      await here.set({ Thumbprint: second, Type: ['Default'] });
      assert.equal((await here.assigned()).length, 3);
    }));

  it('without -Type takes all of the computer, with -Identity Global all of the deployment', () =>
    withAssignments(async (here) => {
      const [, second] = await assignTwice(here);
      await here.remove({ Force: true });
      assert.deepEqual(await here.assigned(), [`OAuthTokenIssuer ${second}`]);
      await here.remove({ Force: true, Identity: 'global' });
      assert.deepEqual(await here.assigned(), []);
    }));

  it('finds OAuthTokenIssuer where it is assigned', () =>
    withAssignments(async (here) => {
      await assignTwice(here);
      await here.remove({ Type: ['OAuthTokenIssuer'], Force: true });
      assert.equal((await here.assigned({ Identity: 'Global' })).length, 0);
    }));

  it('-Previous forgets the certificate before', () =>
    withAssignments(async (here) => {
      const [first, second] = await assignTwice(here);
      assert.deepEqual(await here.remove({ Previous: true }), NOTHING);
      assert.deepEqual(await here.assigned({ Type: ['Default', 'WebServicesInternal'] }), [
        `Default ${second}`,
        `WebServicesInternal ${first}`,
      ]);
    }));

  it('where nothing is assigned says nothing', () =>
    withAssignments(async (here) => {
      assert.deepEqual(await here.remove(), NOTHING);
      await here.issued();
      assert.deepEqual(await here.remove({ Type: ['Default'], Previous: true }), NOTHING);
    }));

  it('lets go of a certificate that has gone from the store', () =>
    withAssignments(async (here) => {
      await assignTwice(here);
      const { certificates } = here.deps.openState();
      const by = { osUser: 'x', connectedUser: undefined, host: 'x', processId: 1, at: new Date(0) };
      for (const entry of await certificates.list(SCOPE, { store: 'My' })) await certificates.remove(entry, true, by);
      assert.deepEqual(await here.remove({ Force: true }), NOTHING);
      assert.equal((await here.assigned()).length, 1);
    }));
});

interface Asking {
  readonly rule: string;
  readonly parameters?: RemoveCertificateParameters;
  readonly context?: Partial<CallContext>;
  readonly asked: number;
  readonly warned: number;
}

const ASKING: readonly Asking[] = [
  { rule: 'asked where somebody can answer', context: { interactive: true }, asked: 1, warned: 0 },
  { rule: 'not asked with -Force', context: { interactive: true }, parameters: { Force: true }, asked: 0, warned: 0 },
  {
    rule: 'not asked with -Confirm:$false',
    context: { interactive: true, unprompted: true },
    asked: 0,
    warned: 0,
  },
  { rule: 'asked once with -Confirm', context: { interactive: true, confirm: true }, asked: 0, warned: 0 },
  { rule: 'warned of where nobody can answer', asked: 0, warned: 1 },
];

describe('a certificate in use is', () => {
  for (const { rule, parameters = {}, context = {}, asked, warned } of ASKING) {
    it(rule, () =>
      withAssignments(async (here) => {
        await assignTwice(here);
        const questions: string[] = [];
        const heard = await here.remove({ Type: ['Default'], ...parameters }, context, (query) => {
          questions.push(query);
          return true;
        });
        assert.deepEqual([questions.length, heard.warnings.length, heard.thrown], [asked, warned, undefined]);
        assert.deepEqual(await here.assigned({ Type: ['Default'] }), []);
      }),
    );
  }

  it('kept where the answer is no', () =>
    withAssignments(async (here) => {
      await assignTwice(here);
      await here.remove({}, { interactive: true }, (query) => !query.includes('"Default"'));
      assert.deepEqual(
        (await here.assigned()).map((text) => text.split(' ')[0]),
        ['Default', 'OAuthTokenIssuer'],
      );
    }));

  it('the one before, too, until its staged successor takes over', () =>
    withAssignments(async (here) => {
      const [first, second] = [await here.issued(), await here.issued()];
      await here.set({ Thumbprint: first, Type: ['Default'] });
      await here.set({ Thumbprint: second, Type: ['Default'], Roll: true, EffectiveDate: TOMORROW });
      assert.equal((await here.remove({ Previous: true })).warnings.length, 1);
    }));
});

it('a staged certificate is taken away without a question, and the one in use stays', () =>
  withAssignments(async (here) => {
    const [first, second] = [await here.issued(), await here.issued()];
    await here.set({ Thumbprint: first, Type: ['Default'] });
    await here.set({ Thumbprint: second, Type: ['Default'], Roll: true, EffectiveDate: TOMORROW });
    assert.deepEqual(await here.remove(), { told: [], warnings: [], thrown: undefined });
    assert.deepEqual(await here.assigned(), [`Default ${first}`]);
  }));

it('what another process has assigned while the question was open stays', () =>
  withAssignments(async (here) => {
    const [first] = await assignTwice(here);
    const heard = await here.remove({ Type: ['Default'] }, { interactive: true }, async () => {
      await here.set({ Thumbprint: first, Type: ['Default'] });
      return true;
    });
    assert.equal((await here.assigned({ Type: ['Default'] })).length, 1);
    assert.deepEqual(heard.warnings, [
      'Another process has changed the certificate of the type "Default". It was left as it is.',
    ]);
  }));
