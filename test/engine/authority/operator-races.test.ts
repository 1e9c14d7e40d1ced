import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, it } from 'node:test';
import type { Stores } from '../../../src/adapters/store/sql/create-sql-store.ts';
import { withSqlStores } from '../store/temporary-store.ts';
import { operated, submitTo } from './operated.ts';
import { request } from './rehearsal.ts';

const PENDING = { requestDisposition: 'pending' } as const;
const SETTLED = 'EmulatedRequestSettled';

/** A process that waits to decide; `go` lets it and gives its answer. */
async function startOperator(folder: string, act: string): Promise<{ go(): Promise<string> }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'operator-worker.ts'), folder, act], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const ended = once(child, 'close');
  assert.equal((await lines.next()).value, 'ready');
  return {
    go: async () => {
      child.stdin.write('go\n');
      const { value } = await lines.next();
      await ended;
      return String(value);
    },
  };
}

describe('two certificate managers at once, in processes of their own', () => {
  const rows: readonly (readonly [rule: string, acts: readonly string[], outcomes: readonly string[]])[] = [
    ['both approve', ['approve', 'approve'], ['issued']],
    ['one approves, one denies', ['approve', 'deny'], ['issued', 'denied']],
  ];
  for (const [rule, acts, outcomes] of rows) {
    it(`${rule}: one of them does, the other is told`, () =>
      withSqlStores(async (open, folder) => {
        const authority = operated(PENDING, { books: open().authorityBooks });
        await submitTo(authority);
        const operators = await Promise.all(acts.map((act) => startOperator(folder.path, act)));
        const answers = await Promise.all(operators.map((operator) => operator.go()));
        const done = answers.filter((answer) => answer !== SETTLED);
        assert.deepEqual([answers.length, done.length], [2, 1]);
        assert.ok(outcomes.includes(done[0] ?? ''), done[0]);
        const line = await authority.operator.request(1);
        assert.equal(line.disposition, done[0]);
      }));
  }
});

describe('at once over one store', () => {
  it('an approval by script and a denial by hand: one stands, and everybody hears the same', () =>
    withSqlStores(async (open) => {
      const decision = { kind: 'approve', when: { afterPolls: 0 } } as const;
      const requester = operated({ behaviour: { decision } }, { books: open().authorityBooks });
      await submitTo(requester);
      const { operator } = operated(PENDING, { books: open().authorityBooks });
      const [polled, denied] = await Promise.allSettled([
        requester.poll({ caRequestId: '1' }),
        operator.deny(1, { hresult: 0x80094014, message: 'no' }),
      ]);
      const { disposition } = await operator.request(1);
      assert.equal(polled.status === 'fulfilled' && polled.value.kind, disposition);
      assert.equal(denied.status, disposition === 'denied' ? 'fulfilled' : 'rejected');
    }));

  it('many submissions: none is lost, each has its number', () =>
    withSqlStores(async (open) => {
      const opened: Stores[] = [open(), open(), open()];
      const authorities = opened.map(({ authorityBooks }) => operated(PENDING, { books: authorityBooks }));
      const linted = await request({ keyAlgorithm: 'ECDH_P256' });
      const submissions = Array.from({ length: 30 }, (_, index) => authorities[index % 3]);
      const verdicts = await Promise.all(submissions.map((one) => one && submitTo(one, { linted })));
      const numbers = verdicts.map((one) => (one?.verdict.kind === 'wait' ? Number(one.verdict.caRequestId) : 0));
      assert.deepEqual(
        numbers.toSorted((left, right) => left - right),
        Array.from({ length: 30 }, (_, index) => index + 1),
      );
    }));
});

describe('a CA that was begun anew under a living engine', () => {
  it('is noticed: what is issued next comes from the new root, and old numbers are unknown', () =>
    withSqlStores(async (open) => {
      const authority = operated({}, { books: open().authorityBooks });
      const { verdict: before } = await submitTo(authority);
      await operated({}, { books: open().authorityBooks }).operator.reset();
      const { verdict: after } = await submitTo(authority);
      assert.ok(before.kind === 'issued' && after.kind === 'issued');
      assert.notDeepEqual(after.chain, before.chain);
      assert.deepEqual(await authority.certificates(), after.chain);
      assert.equal(after.caRequestId, '2');
      assert.equal((await authority.poll({ caRequestId: '1' })).kind, 'denied');
    }));

  it('in the middle of a submission nothing that the old key signed gets into the new book', () =>
    withSqlStores(async (open) => {
      const books = open().authorityBooks;
      const authority = operated({}, { books });
      const [old] = await authority.certificates();
      const other = operated({}, { books: open().authorityBooks });
      const [{ verdict }] = await Promise.all([
        submitTo(authority),
        other.operator.reset().then(() => other.certificates()),
      ]);
      assert.ok(verdict.kind === 'issued');
      const [root] = await other.certificates();
      const found = (await other.operator.requests()).length;
      assert.notDeepEqual(root, old);
      if (found > 0) assert.deepEqual(verdict.chain, [root]);
    }));
});
