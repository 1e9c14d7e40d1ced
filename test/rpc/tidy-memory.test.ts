import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { tidyMemory } from '../../src/boot/tidy-memory.ts';
import { WireHost } from '../../src/rpc/wire-host.ts';

const host = new WireHost({
  notify: () => undefined,
  ask: async () => true,
  askValue: async () => undefined,
});

describe('the garbage of a session', () => {
  it('is taken out once in fifty calls, failed ones among them, after the answer', async () => {
    let collections = 0;
    const methods = {
      good: async () => collections,
      bad: async () => {
        throw new Error('refused');
      },
    };
    const tidied = tidyMemory(methods, () => collections++);
    for (let call = 1; call <= 49; call++) await tidied['good']?.({}, host);
    await assert.rejects(async () => tidied['bad']?.({}, host), /refused/);
    assert.equal(collections, 0);
    await sleep(50);
    assert.equal(collections, 1);
    for (let call = 1; call <= 50; call++) await tidied['good']?.({}, host);
    await sleep(50);
    assert.equal(collections, 2);
  });

  it('stays where V8 leaves it in a process without a collector to call', () => {
    const methods = { good: async () => 1 };
    assert.equal(tidyMemory(methods, undefined), methods);
  });
});
