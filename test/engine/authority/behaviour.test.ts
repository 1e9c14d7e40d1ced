import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Behaviour } from '../../../src/domain/authority/behaviour.ts';
import { InMemoryBooks } from './in-memory-books.ts';
import { operated, type Rehearsed, submitTo } from './operated.ts';
import { clockAt, pauses } from './rehearsal.ts';

const START = '2026-01-01T00:00:00Z';
const DAY = 86_400_000;

/** The kinds of the verdict on a submission and of so many polls after it. */
async function answers(authority: Rehearsed, polls: number): Promise<readonly string[]> {
  const kinds: string[] = [(await submitTo(authority)).verdict.kind];
  for (let poll = 0; poll < polls; poll++) kinds.push((await authority.poll({ caRequestId: '1' })).kind);
  return kinds;
}

describe('what a deployment scripts comes as it was written: submission, then polls', () => {
  const denial = { hresult: 0x80094012, message: 'No.' };
  const rows: readonly (readonly [rule: string, Behaviour, ...kinds: string[]])[] = [
    ['approve after no poll', { decision: { kind: 'approve', when: { afterPolls: 0 } } }, 'wait', 'issued', 'issued'],
    [
      'approve after two polls',
      { decision: { kind: 'approve', when: { afterPolls: 2 } } },
      'wait',
      'wait',
      'wait',
      'issued',
      'issued',
    ],
    ['deny at once', { decision: { kind: 'deny', when: undefined, ...denial } }, 'denied', 'denied'],
    [
      'deny after one poll',
      { decision: { kind: 'deny', when: { afterPolls: 1 }, ...denial } },
      'wait',
      'wait',
      'denied',
    ],
    [
      'revoke after one poll',
      { decision: { kind: 'revoke', when: { afterPolls: 1 }, reason: 'keyCompromise' } },
      'wait',
      'wait',
      'revoked',
      'revoked',
    ],
    ['unreachable for polls', { unreachable: { submissions: 0, polls: 2 } }, 'issued', ...unreachable(2), 'issued'],
    [
      'an unanswered poll does not count',
      { unreachable: { submissions: 0, polls: 1 }, decision: { kind: 'approve', when: { afterPolls: 1 } } },
      'wait',
      'unreachable',
      'wait',
      'issued',
    ],
    ['always unreachable', { unreachable: 'always' }, ...unreachable(3)],
  ];
  for (const [rule, behaviour, ...kinds] of rows) {
    it(rule, async () => assert.deepEqual(await answers(operated({ behaviour }), kinds.length - 1), kinds));
  }

  it('the first submissions to the CA are not answered and leave no row', async () => {
    const authority = operated({ behaviour: { unreachable: { submissions: 2, polls: 0 } } });
    const kinds = [];
    for (let count = 0; count < 4; count++) kinds.push((await submitTo(authority)).verdict.kind);
    assert.deepEqual(kinds, ['unreachable', 'unreachable', 'issued', 'issued']);
    assert.equal((await authority.operator.requests()).length, 2);
  });

  it('an unreachable CA is so in the words of Windows', async () => {
    const { verdict } = await submitTo(operated({ behaviour: { unreachable: 'always' } }));
    const reason = 'The RPC server is unavailable. 0x800706ba (WIN32: 1722 RPC_S_SERVER_UNAVAILABLE)';
    assert.deepEqual(verdict, { kind: 'unreachable', reason });
  });

  it('whoever may enrol is refused where the credentials are', async () => {
    const authority = operated({ behaviour: { refuseCredentials: true } });
    assert.deepEqual((await submitTo(authority)).verdict, { kind: 'refused-credentials' });
    assert.equal((await authority.operator.requests()).length, 0);
  });

  it('a denial has its code and words', async () => {
    const behaviour: Behaviour = { decision: { kind: 'deny', when: undefined, ...denial } };
    const { verdict } = await submitTo(operated({ behaviour }));
    assert.deepEqual(verdict, { kind: 'denied', caRequestId: '1', ...denial });
  });

  it('an answer comes late, when the book has it already', async () => {
    const { waited, pause } = pauses();
    let rows = 0;
    const authority: Rehearsed = operated(
      { behaviour: { delayMilliseconds: 1500 } },
      {
        pause: async (milliseconds) => {
          rows = (await authority.operator.requests()).length;
          await pause(milliseconds);
        },
      },
    );
    await submitTo(authority);
    assert.deepEqual([waited, rows], [[1500], 1]);
  });
});

describe('time and counts', () => {
  it('approve after seconds looks at the clock, not at the polls', async () => {
    const clock = clockAt(START);
    const authority = operated({ behaviour: { decision: { kind: 'approve', when: { afterSeconds: 30 } } } }, { clock });
    await submitTo(authority);
    const kinds = [];
    for (const moment of ['2026-01-01T00:00:29Z', '2026-01-01T00:00:29.999Z', '2026-01-01T00:00:30Z']) {
      clock.set(moment);
      kinds.push((await authority.poll({ caRequestId: '1' })).kind);
    }
    assert.deepEqual(kinds, ['wait', 'wait', 'issued']);
  });

  it('90 days of hourly polls', async () => {
    const clock = clockAt(START);
    const authority = operated(
      { behaviour: { decision: { kind: 'approve', when: { afterSeconds: (90 * DAY) / 1000 } } } },
      { clock },
    );
    await submitTo(authority);
    let polls = 0;
    for (let kind = 'wait'; kind === 'wait'; polls++) {
      clock.set(new Date(clock.now().getTime() + DAY / 24).toISOString());
      kind = (await authority.poll({ caRequestId: '1' })).kind;
    }
    assert.equal(polls, 90 * 24);
    assert.equal((await authority.operator.request(1)).resolvedWhen?.toISOString(), '2026-04-01T00:00:00.000Z');
  });

  it('counts are in the book: another process goes on counting', async () => {
    const books = new InMemoryBooks();
    const behaviour: Behaviour = {
      unreachable: { submissions: 1, polls: 0 },
      decision: { kind: 'approve', when: { afterPolls: 2 } },
    };
    const kinds = [];
    for (let count = 0; count < 2; count++) {
      kinds.push((await submitTo(operated({ behaviour }, { books }))).verdict.kind);
    }
    for (let count = 0; count < 3; count++) {
      kinds.push((await operated({ behaviour }, { books }).poll({ caRequestId: '1' })).kind);
    }
    assert.deepEqual(kinds, ['unreachable', 'wait', 'wait', 'wait', 'issued']);
  });

  it("a template's script comes before its CA's, property by property", async () => {
    const { waited, pause } = pauses();
    const templates = [
      { name: 'WebServer' },
      { name: 'Held', behaviour: { decision: { kind: 'approve', when: { afterPolls: 0 } } } as const },
    ];
    const behaviour: Behaviour = {
      decision: { kind: 'deny', when: undefined, hresult: 0x80094014, message: 'no' },
      delayMilliseconds: 5,
    };
    const authority = operated({ templates, behaviour }, { pause });
    assert.equal((await submitTo(authority)).verdict.kind, 'denied');
    assert.equal((await submitTo(authority, { template: 'held' })).verdict.kind, 'wait');
    assert.deepEqual(waited, [5, 5]);
  });

  it('what a certificate manager decided before stands against the script', async () => {
    const authority = operated({ behaviour: { decision: { kind: 'approve', when: { afterPolls: 0 } } } });
    await submitTo(authority);
    await authority.operator.deny(1, { hresult: 0x80094014, message: 'no' });
    assert.equal((await authority.poll({ caRequestId: '1' })).kind, 'denied');
  });
});

function unreachable(count: number): readonly string[] {
  return Array.from({ length: count }, () => 'unreachable');
}
