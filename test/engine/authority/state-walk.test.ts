import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import type { BookDisposition } from '../../../src/domain/authority/book-entry.ts';
import { InMemoryBooks } from './in-memory-books.ts';
import { operated, type Rehearsed, submitTo } from './operated.ts';
import { CONFIG, clockAt, request } from './rehearsal.ts';

/** What may happen to a CA; numbers may be of requests that it does not have. */
type Event =
  | { readonly does: 'submit' | 'list revocations' }
  | { readonly does: 'poll' | 'approve' | 'deny' | 'revoke'; readonly number: number };

const number = fc.integer({ min: 1, max: 6 });
const events: fc.Arbitrary<readonly Event[]> = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.constant<Event>({ does: 'submit' }) },
    { weight: 1, arbitrary: fc.constant<Event>({ does: 'list revocations' }) },
    {
      weight: 8,
      arbitrary: fc.record({
        does: fc.constantFrom('poll', 'approve', 'deny', 'revoke'),
        number,
      }) as fc.Arbitrary<Event>,
    },
  ),
  { maxLength: 25 },
);

/** From which disposition an act leads to which; nothing else may happen (certificate authorities 2.1). */
const STEPS: Readonly<Record<'approve' | 'deny' | 'revoke', { from: BookDisposition; to: BookDisposition }>> = {
  approve: { from: 'pending', to: 'issued' },
  deny: { from: 'pending', to: 'denied' },
  revoke: { from: 'issued', to: 'revoked' },
};
const VERDICTS = { pending: 'wait', issued: 'issued', denied: 'denied', revoked: 'revoked' } as const;

const linted = await request({ keyAlgorithm: 'ECDH_P256' });
const first = new InMemoryBooks();
await operated({}, { books: first }).certificates();
const identity = await first.open('litwareinc.com', CONFIG).identity();

/** A CA that holds every request, with the key that was made once. */
async function heldBack(): Promise<Rehearsed> {
  const books = new InMemoryBooks();
  assert.ok(identity);
  await books.open('litwareinc.com', CONFIG).keepIdentity(identity);
  return operated({ requestDisposition: 'pending' }, { books, clock: clockAt('2026-01-01T00:00:00Z') });
}

async function act(authority: Rehearsed, event: Event, model: BookDisposition[]): Promise<void> {
  const { operator } = authority;
  switch (event.does) {
    case 'submit':
      assert.equal((await submitTo(authority, { linted })).verdict.kind, 'wait');
      model.push('pending');
      return;
    case 'list revocations':
      await operator.revocationList();
      return;
    case 'poll': {
      const known = model[event.number - 1];
      const { kind } = await authority.poll({ caRequestId: String(event.number) });
      assert.equal(kind, known === undefined ? 'denied' : VERDICTS[known]);
      return;
    }
    case 'approve':
      return decide(() => operator.approve(event.number, 'pilar'), { ...event, does: 'approve' }, model);
    case 'deny':
      return decide(
        () => operator.deny(event.number, { hresult: 0x80094014, message: 'no' }),
        { ...event, does: 'deny' },
        model,
      );
    case 'revoke':
      return decide(() => operator.revoke(event.number, 'unspecified', 'pilar'), { ...event, does: 'revoke' }, model);
  }
}

async function decide(
  run: () => Promise<{ readonly disposition: BookDisposition }>,
  { does, number: at }: { readonly does: keyof typeof STEPS; readonly number: number },
  model: BookDisposition[],
): Promise<void> {
  const known = model[at - 1];
  if (known === undefined) return void (await assert.rejects(run, { code: 'EmulatedRequestNotFound' }));
  const { from, to } = STEPS[does];
  if (known !== from) return void (await assert.rejects(run, { code: 'EmulatedRequestSettled', hresult: 0x80094003 }));
  assert.equal((await run()).disposition, to);
  model[at - 1] = to;
}

describe('whatever happens to a CA, its book is what the rules make of it', () => {
  it('at random', async () => {
    await fc.assert(
      fc.asyncProperty(events, async (happening) => {
        const authority = await heldBack();
        const model: BookDisposition[] = [];
        for (const event of happening) await act(authority, event, model);
        const lines = await authority.operator.requests();
        assert.deepEqual(
          lines.map(({ disposition }) => disposition),
          model,
        );
        for (const { disposition, thumbprint, serialNumber, resolvedWhen } of lines) {
          const wasIssued = disposition === 'issued' || disposition === 'revoked';
          assert.deepEqual([thumbprint !== undefined, serialNumber !== undefined], [wasIssued, wasIssued]);
          assert.equal(resolvedWhen === undefined, disposition === 'pending');
        }
      }),
      { numRuns: 60 },
    );
  });
});
