import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describeRequestSteps } from './request-step-conformance.ts';
import { actor, newRequest, offlineRequest, SCOPE } from './sample-requests.ts';
import {
  CERTIFICATE,
  makePending,
  type Rule,
  type StoreUnderTest,
  thumbprint,
  type WithStore,
} from './store-under-test.ts';

/** The rules that every store of requests and certificates keeps; each test gets a store of its own. */
export function describeRequestStore(name: string, withStore: WithStore): void {
  const rule = (title: string, run: (store: StoreUnderTest) => Promise<void>) =>
    test(`${name}: ${title}`, () => withStore(run));

  describePreparing(rule);
  describeRequestIds(rule);
  describeRequestSteps(rule);
  describeFriendlyNames(rule);
  describeScopes(rule);
}

function describePreparing(rule: Rule): void {
  rule('a prepared request comes back with everything that was said about it', async ({ requests, reopen }) => {
    const said = newRequest({ exportable: true, keyAlgorithm: 'ECDH_P256' });
    const prepared = await requests.prepare(said, actor());
    const { privateKey, requestDer, friendlyName, ...facts } = said;
    assert.deepEqual(prepared, {
      ...facts,
      row: 1,
      requestId: -1,
      caRequestId: '',
      friendlyName: 'Standard Edition Certificate',
      disposition: undefined,
      poll: undefined,
      thumbprint: undefined,
      preparedBy: actor(),
      updatedBy: actor(),
    });
    const other = await reopen();
    assert.deepEqual(await other.requests.find(SCOPE, -1), prepared);
  });

  rule('an offline request is open at once, a prepared one is not', async ({ requests }) => {
    await requests.prepare(newRequest(), actor());
    const offline = await requests.prepare(offlineRequest(), actor());
    assert.deepEqual(await requests.listOpen(SCOPE), [offline]);
  });

  rule('requests nobody was asked about are found in every scope, oldest first', async ({ requests }) => {
    const elsewhere = { deployment: 'contoso.com', machine: 'fe.contoso.com' };
    const first = await requests.prepare(newRequest({ scope: elsewhere }), actor());
    const second = await requests.prepare(newRequest(), actor(1));
    const asked = await requests.prepare(newRequest(), actor(2));
    await requests.transition(asked, 'submitting', {}, actor(3));
    await requests.prepare(offlineRequest(), actor(4));
    assert.deepEqual(await requests.listPrepared(), [first, second]);
  });

  rule('the mark of a process comes back with the rest of who did it', async ({ requests }) => {
    const by = { ...actor(), processMark: '1b4e28ba pid:[4026531836] 2013' };
    const { row } = await requests.prepare(newRequest(), by);
    assert.deepEqual((await requests.find(SCOPE, -row))?.preparedBy, by);
  });

  rule('open requests are listed oldest first, or the one that is asked for', async ({ requests }) => {
    const ids: number[] = [];
    for (let minute = 0; minute < 5; minute += 1) {
      ids.push((await requests.prepare(offlineRequest(), actor(minute))).requestId);
    }
    assert.deepEqual(
      (await requests.listOpen(SCOPE)).map((request) => request.requestId),
      ids,
    );
    assert.deepEqual(
      (await requests.listOpen(SCOPE, -3)).map((request) => request.row),
      [3],
    );
    assert.deepEqual(await requests.listOpen(SCOPE, 224), []);
  });

  rule('the topology of the newest request under a deployment id is remembered', async ({ requests }) => {
    assert.equal(await requests.lastTopology('litwareinc.com'), undefined);
    const machine = 'atl-edge-001.litwareinc.com';
    const topology = { path: '/new.xml', sha256: 'b'.repeat(64) };
    await requests.prepare(newRequest(), actor());
    await requests.prepare(newRequest({ scope: { ...SCOPE, machine }, topology }), actor());
    assert.deepEqual(await requests.lastTopology('LITWAREINC.COM'), topology);
    assert.equal(await requests.lastTopology('contoso.com'), undefined);
  });
}

function describeRequestIds(rule: Rule): void {
  /** what the CA called it, the RequestId of the first such request, of a second one while the first is open */
  const numbers: readonly (readonly [string, number, number])[] = [
    ['224', 224, -2],
    ['1', 1, -2],
    ['2147483647', 2147483647, -2],
    ['2147483648', -1, -2],
    ['99999999999999999999', -1, -2],
    ['0', -1, -2],
    ['-7', -1, -2],
    ['007', -1, -2],
    ['7f3a', -1, -2],
    ['', -1, -2],
  ];
  for (const [caRequestId, first, second] of numbers) {
    rule(`the CA's number "${caRequestId}" becomes the RequestId ${first}, a second time ${second}`, async (store) => {
      const ids: number[] = [];
      for (let round = 0; round < 2; round += 1) {
        const pending = await makePending(store, caRequestId);
        assert.equal(pending.caRequestId, caRequestId);
        ids.push(pending.requestId);
        assert.deepEqual(await store.requests.find(SCOPE, pending.requestId), pending);
      }
      assert.deepEqual(ids, [first, second]);
    });
  }

  rule('a request keeps its RequestId when the CA repeats its number', async (store) => {
    const pending = await makePending(store, '224');
    const again = await store.requests.transition(pending, 'pending', { caRequestId: '224' }, actor(9));
    assert.equal(again.request.requestId, 224);
  });

  rule('an imported request keeps its RequestId, so that a later one with this number gets another', async (store) => {
    const { requests } = store;
    const pending = await makePending(store, '224');
    await requests.recordIssued(pending, { certificate: CERTIFICATE, chain: [] }, actor());
    assert.equal((await makePending(store, '224')).requestId, -2);
    assert.equal((await requests.find(SCOPE, 224))?.state, 'imported');
  });

  rule('a cleared request gives up its RequestId', async (store) => {
    await store.requests.clear(await makePending(store, '224'), actor());
    assert.equal(await store.requests.find(SCOPE, 224), undefined);
    assert.equal((await makePending(store, '224')).requestId, 224);
  });

  rule("the store's own number goes on naming the request when the CA has given another", async (store) => {
    const pending = await makePending(store, '224');
    assert.deepEqual(await store.requests.find(SCOPE, -pending.row), pending);
  });
}

function describeFriendlyNames(rule: Rule): void {
  const series = ['Lync', 'Lync (2)', 'Lync (3)'];

  rule('a given friendly name may exist already, a generated one is the first that is free', async (store) => {
    const { requests, certificates } = store;
    for (let round = 0; round < 2; round += 1) {
      const { friendlyName } = await requests.prepare(newRequest({ friendlyName: { given: 'Lync' } }), actor());
      assert.equal(friendlyName, 'Lync');
    }
    const generated = await requests.prepare(newRequest({ friendlyName: { firstFree: series } }), actor());
    assert.equal(generated.friendlyName, 'Lync (2)');
    assert.deepEqual(await certificates.friendlyNames(SCOPE), new Set(['Lync', 'Lync (2)']));
  });

  rule(
    'a name is free again when its request is cleared, and taken for good once a certificate has it',
    async (store) => {
      const pending = await makePending(store, '5', { friendlyName: { firstFree: series } });
      await store.requests.clear(pending, actor());
      const second = await makePending(store, '6', { friendlyName: { firstFree: series } });
      assert.equal(second.friendlyName, 'Lync');
      await store.requests.recordIssued(second, { certificate: CERTIFICATE, chain: [] }, actor());
      const third = await makePending(store, '7', { friendlyName: { firstFree: series } });
      assert.equal(third.friendlyName, 'Lync (2)');
    },
  );
}

function describeScopes(rule: Rule): void {
  rule('a deployment and a machine see only their own; case makes no difference', async (store) => {
    const { requests, certificates } = store;
    const pending = await makePending(store, '5');
    await requests.recordIssued(pending, { certificate: CERTIFICATE, chain: [] }, actor());
    const offline = await requests.prepare(offlineRequest(), actor());
    const shouted = { deployment: SCOPE.deployment.toUpperCase(), machine: SCOPE.machine.toUpperCase() };
    assert.deepEqual(await requests.listOpen(shouted), [offline]);
    assert.equal((await certificates.list(shouted)).length, 1);
    for (const other of [
      { ...SCOPE, deployment: 'contoso.com' },
      { ...SCOPE, machine: 'atl-edge-001.litwareinc.com' },
    ]) {
      assert.deepEqual(await requests.listOpen(other), []);
      assert.equal(await requests.find(other, 5), undefined);
      assert.equal(await requests.find(other, offline.requestId), undefined);
      assert.deepEqual(await certificates.list(other), []);
      assert.equal(await certificates.find(other, thumbprint(CERTIFICATE)), undefined);
      assert.deepEqual(await certificates.friendlyNames(other), new Set());
    }
  });
}
