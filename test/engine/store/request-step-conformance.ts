import assert from 'node:assert/strict';
import { actor, newRequest, offlineRequest, pemWith, SCOPE } from './sample-requests.ts';
import { CERTIFICATE, ISSUING_CA, makePending, ROOT, type Rule, thumbprint } from './store-under-test.ts';

/** How requests pass from one state to another, with their keys and certificates. */
export function describeRequestSteps(rule: Rule): void {
  describeSteps(rule);
  describeImport(rule);
  describeArchive(rule);
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
