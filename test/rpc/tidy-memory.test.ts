import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { garbageCollector } from '../../src/boot/garbage-collector.ts';
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
    const tidied = tidyMemory(methods, () => {
      collections++;
    });
    for (let call = 1; call <= 49; call++) await tidied['good']?.({}, host);
    await assert.rejects(async () => tidied['bad']?.({}, host), /refused/);
    assert.equal(collections, 0);
    await sleep(50);
    assert.equal(collections, 1);
    for (let call = 1; call <= 50; call++) await tidied['good']?.({}, host);
    await sleep(50);
    assert.equal(collections, 2);
  });

  it('goes by a collector that needs no flag at the start of the process', async () => {
    const collect = garbageCollector();
    collect();
    const garbage = new WeakRef({ large: new Array(1000).fill(0) });
    // A weak reference holds its object until the current job has ended.
    await sleep(1);
    collect();
    assert.equal(garbage.deref(), undefined);
  });
});
