import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import type { StoredRequest } from '../../../src/domain/request/stored-request.ts';
import type { CertificateStore } from '../../../src/ports/certificate-store.ts';
import type { RequestStore } from '../../../src/ports/request-store.ts';
import { actor, newRequest, offlineRequest, pemWith, SCOPE } from './sample-requests.ts';

/** The two ports over one fresh, empty store, and a way to open that same store a second time. */
export interface StoreUnderTest {
  readonly requests: RequestStore;
  readonly certificates: CertificateStore;
  reopen(): Promise<StoreUnderTest>;
}

type WithStore = (use: (store: StoreUnderTest) => Promise<void>) => Promise<void>;

const CERTIFICATE = new Uint8Array([0x30, 0x02, 0x05, 0x01]);
const ROOT = new Uint8Array([0x30, 0x02, 0x05, 0x02]);
const ISSUING_CA = new Uint8Array([0x30, 0x02, 0x05, 0x03]);

/** The rules that every store of requests and certificates keeps; each test gets a store of its own. */
export function describeRequestStore(name: string, withStore: WithStore): void {
  const rule = (title: string, run: (store: StoreUnderTest) => Promise<void>) =>
    test(`${name}: ${title}`, () => withStore(run));

  describePreparing(rule);
  describeRequestIds(rule);
  describeSteps(rule);
  describeImport(rule);
  describeArchive(rule);
  describeFriendlyNames(rule);
  describeScopes(rule);
}

type Rule = (title: string, run: (store: StoreUnderTest) => Promise<void>) => void;

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

function describeSteps(rule: Rule): void {
  rule('a step is recorded with who did it, where and when', async ({ requests }) => {
    const prepared = await requests.prepare(newRequest(), actor(0, 1));
    const remote = { ...actor(1, 2), connectedUser: 'LITWAREINC\\pilar' };
    const { request } = await requests.transition(prepared, 'submitting', {}, remote);
    assert.deepEqual(request.updatedBy, remote);
    assert.deepEqual(request.preparedBy, actor(0, 1));
    assert.deepEqual(await requests.history(request), [
      { from: undefined, to: 'prepared', by: actor(0, 1) },
      { from: 'prepared', to: 'submitting', by: remote },
    ]);
  });

  rule('a step writes down what the CA said and leaves the rest as it was', async ({ requests }) => {
    const prepared = await requests.prepare(newRequest(), actor());
    const submitting = await requests.transition(prepared, 'submitting', {}, actor());
    const poll = { cookie: 'c 1', earliestNextPoll: new Date('2013-09-18T00:00:00.000Z') };
    const disposition = { hresult: 0x80094014, message: 'Taken Under Submission' };
    const change = { caRequestId: '5', poll, disposition };
    const pending = await requests.transition(submitting.request, 'pending', change, actor());
    const unchanged = await requests.transition(pending.request, 'pending', {}, actor());
    const { caRequestId } = unchanged.request;
    assert.deepEqual({ caRequestId, poll, disposition }, change);
    assert.deepEqual(unchanged.request.poll, poll);
    assert.deepEqual(unchanged.request.disposition, disposition);
  });

  rule('of two steps from the same state one is applied, the other learns what the first did', async (store) => {
    const { requests } = store;
    const pending = await makePending(store, '5');
    const elsewhere = (await store.reopen()).requests;
    const results = await Promise.all([
      requests.transition(pending, 'denied', {}, actor(1)),
      elsewhere.transition(pending, 'revoked', {}, actor(2)),
    ]);
    const applied = results.filter((result) => result.applied);
    assert.equal(applied.length, 1);
    assert.deepEqual(results[0].request, results[1].request);
    assert.equal((await requests.history(pending)).length, 4);
  });

  rule('a step that the table of states does not know is refused and changes nothing', async (store) => {
    const { requests } = store;
    const offline = await requests.prepare(offlineRequest(), actor());
    await assert.rejects(async () => requests.transition(offline, 'pending', {}, actor()), { code: 'InternalError' });
    assert.deepEqual(await requests.find(SCOPE, offline.requestId), offline);
  });
}

function describeImport(rule: Rule): void {
  rule('an issued certificate goes to My with its key, its CAs to Root and CA', async (store) => {
    const { requests, certificates } = store;
    const prepared = await requests.prepare(newRequest({ exportable: true, privateKey: pemWith('mine') }), actor());
    const submitting = await requests.transition(prepared, 'submitting', {}, actor(1));
    const { applied, request } = await requests.recordIssued(
      submitting.request,
      {
        caRequestId: '17',
        disposition: { hresult: 0, message: 'Issued' },
        certificate: CERTIFICATE,
        chain: [
          { store: 'CA', certificate: ISSUING_CA },
          { store: 'Root', certificate: ROOT },
        ],
      },
      actor(2),
    );
    assert.ok(applied);
    assert.deepEqual([request.state, request.requestId, request.thumbprint], ['imported', 17, thumbprint(CERTIFICATE)]);
    const common = {
      friendlyName: '',
      privateKey: undefined,
      exportable: false,
      requestRow: undefined,
      addedWhen: actor(2).at,
      removed: false,
    };
    const mine = {
      entry: 3,
      removed: false,
      store: 'My',
      certificate: CERTIFICATE,
      thumbprint: thumbprint(CERTIFICATE),
      friendlyName: 'Standard Edition Certificate',
      privateKey: pemWith('mine'),
      exportable: true,
      requestRow: request.row,
      addedWhen: actor(2).at,
    };
    const entries = (await certificates.list(SCOPE)).toSorted((one, other) => one.store.localeCompare(other.store));
    assert.deepEqual(entries, [
      { ...common, entry: 1, store: 'CA', certificate: ISSUING_CA, thumbprint: thumbprint(ISSUING_CA) },
      mine,
      { ...common, entry: 2, store: 'Root', certificate: ROOT, thumbprint: thumbprint(ROOT) },
    ]);
    assert.deepEqual(await certificates.list(SCOPE, { store: 'My' }), [mine]);
    assert.deepEqual(await requests.listOpen(SCOPE), []);
    assert.deepEqual(await requests.find(SCOPE, 17), request);
  });

  rule('a certificate is found by its thumbprint in any case, with blanks as Windows shows it', async (store) => {
    const pending = await makePending(store, '5');
    await store.requests.recordIssued(pending, { certificate: CERTIFICATE, chain: [] }, actor());
    const spaced = thumbprint(CERTIFICATE).toLowerCase().replaceAll(/(..)/g, '$1 ');
    assert.equal((await store.certificates.find(SCOPE, spaced))?.thumbprint, thumbprint(CERTIFICATE));
    assert.equal(await store.certificates.find(SCOPE, '00'.repeat(20)), undefined);
  });

  rule('a CA certificate that is there already is not added again', async (store) => {
    for (const [index, last] of [0x10, 0x11].entries()) {
      const pending = await makePending(store, String(index + 1));
      const certificate = new Uint8Array([0x30, 0x02, 0x05, last]);
      await store.requests.recordIssued(
        pending,
        { certificate, chain: [{ store: 'Root', certificate: ROOT }] },
        actor(),
      );
    }
    assert.equal((await store.certificates.list(SCOPE, { store: 'Root' })).length, 1);
    assert.equal((await store.certificates.list(SCOPE, { store: 'My' })).length, 2);
  });

  rule('a certificate is imported once, however many try at the same moment', async (store) => {
    const pending = await makePending(store, '5');
    const elsewhere = await store.reopen();
    const issued = { certificate: CERTIFICATE, chain: [{ store: 'Root' as const, certificate: ROOT }] };
    const results = await Promise.all(
      [store, elsewhere, store, elsewhere].map(({ requests }) => requests.recordIssued(pending, issued, actor())),
    );
    assert.equal(results.filter((result) => result.applied).length, 1);
    for (const { request } of results) assert.equal(request.thumbprint, thumbprint(CERTIFICATE));
    assert.equal((await store.certificates.list(SCOPE)).length, 2);
  });
}

function describeArchive(rule: Rule): void {
  rule('a cleared request is no longer listed or found, its history remains', async (store) => {
    const { requests } = store;
    const pending = await makePending(store, '5');
    const { applied, request, keyGone } = await requests.clear(pending, actor(7));
    assert.deepEqual([applied, request.state, keyGone], [true, 'cleared', true]);
    assert.deepEqual(await requests.listOpen(SCOPE), []);
    assert.equal(await requests.find(SCOPE, 5), undefined);
    assert.equal(await requests.find(SCOPE, -1), undefined);
    assert.deepEqual((await requests.history(request)).at(-1), { from: 'pending', to: 'cleared', by: actor(7) });
  });

  rule('a request that was cleared by another meanwhile stays cleared', async (store) => {
    const pending = await makePending(store, '5');
    await store.requests.clear(pending, actor());
    const issued = await store.requests.recordIssued(pending, { certificate: CERTIFICATE, chain: [] }, actor());
    assert.deepEqual([issued.applied, issued.request.state], [false, 'cleared']);
    assert.deepEqual(await store.certificates.list(SCOPE), []);
    assert.equal((await store.requests.clear(pending, actor())).applied, false);
  });

  rule('a failed request is archived with the reason', async ({ requests }) => {
    const prepared = await requests.prepare(newRequest(), actor());
    const { request } = await requests.transition(prepared, 'submitting', {}, actor());
    const disposition = { hresult: 0x80094800, message: 'Denied by Policy Module 0x80094800' };
    const failed = await requests.fail(request, { caRequestId: '9', disposition }, actor());
    assert.deepEqual([failed.applied, failed.request.state], [true, 'failed']);
    assert.deepEqual(failed.request.disposition, disposition);
    assert.equal(await requests.find(SCOPE, 9), undefined);
  });

  rule('a certificate that is imported cannot be cleared with its request', async (store) => {
    const pending = await makePending(store, '5');
    const issued = await store.requests.recordIssued(pending, { certificate: CERTIFICATE, chain: [] }, actor());
    await assert.rejects(async () => store.requests.clear(issued.request, actor()), { code: 'InternalError' });
    assert.equal((await store.requests.clear(pending, actor())).applied, false);
    assert.equal((await store.certificates.list(SCOPE, { store: 'My' }))[0]?.privateKey, pemWith('key'));
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

async function makePending(
  { requests }: StoreUnderTest,
  caRequestId: string,
  changes: Parameters<typeof newRequest>[0] = {},
): Promise<StoredRequest> {
  const prepared = await requests.prepare(newRequest(changes), actor());
  const submitting = await requests.transition(prepared, 'submitting', {}, actor());
  return (await requests.transition(submitting.request, 'pending', { caRequestId }, actor())).request;
}

function thumbprint(certificate: Uint8Array): string {
  return createHash('sha1').update(certificate).digest('hex').toUpperCase();
}
