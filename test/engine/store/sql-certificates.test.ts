import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Stores } from '../../../src/adapters/store/sql/create-sql-store.ts';
import type { CertificateStoreName } from '../../../src/ports/certificate-store.ts';
import { actor, newRequest, offlineRequest, pemWith, SCOPE } from './sample-requests.ts';
import { withSqlStores } from './temporary-store.ts';

const CERTIFICATE = new Uint8Array([0x30, 0x02, 0x05, 0x01]);
const OTHER = new Uint8Array([0x30, 0x02, 0x05, 0x02]);
const PLACEHOLDER = new Uint8Array([0x30, 0x02, 0x05, 0x07]);

async function only(stores: Stores, store: CertificateStoreName) {
  const [entry, ...more] = await stores.certificates.list(SCOPE, { store });
  assert.equal(more.length, 0);
  if (entry === undefined) throw new Error(`nothing in ${store}`);
  return entry;
}

async function faults(stores: Stores): Promise<readonly string[]> {
  return stores.inspector.inspect((view) => view.faults());
}

test('a waiting request stands in REQUEST with its key and name, and leaves it when it is imported', () =>
  withSqlStores(async (open) => {
    const stores = open();
    const offline = await stores.requests.prepare(offlineRequest({ placeholder: PLACEHOLDER }), actor());
    const waiting = await only(stores, 'REQUEST');
    assert.equal(waiting.privateKey, pemWith('key'));
    assert.equal(waiting.friendlyName, 'Standard Edition Certificate');
    assert.equal(waiting.requestRow, offline.row);
    await stores.requests.recordIssued(offline, { certificate: CERTIFICATE, chain: [] }, actor());
    assert.deepEqual(await stores.certificates.list(SCOPE, { store: 'REQUEST' }), []);
    assert.equal((await only(stores, 'My')).privateKey, pemWith('key'));
    assert.deepEqual(await faults(stores), []);
  }));

test('a request that has become pending stands in REQUEST until it is cleared, then its key is gone', () =>
  withSqlStores(async (open) => {
    const stores = open();
    const prepared = await stores.requests.prepare(newRequest(), actor());
    const submitting = await stores.requests.transition(prepared, 'submitting', {}, actor());
    const change = { caRequestId: '7', placeholder: PLACEHOLDER };
    const pending = await stores.requests.transition(submitting.request, 'pending', change, actor());
    assert.equal((await only(stores, 'REQUEST')).requestRow, prepared.row);
    const cleared = await stores.requests.clear(pending.request, actor());
    assert.equal(cleared.keyGone, true);
    assert.deepEqual(await stores.certificates.list(SCOPE), []);
    assert.deepEqual(await faults(stores), []);
  }));

test('a certificate from a file comes with its key once; adding it again changes nothing', () =>
  withSqlStores(async (open) => {
    const stores = open();
    const key = { pem: pemWith('pfx'), exportable: true };
    const addition = { store: 'My', certificate: CERTIFICATE, friendlyName: 'From a file', key } as const;
    const [first] = await stores.certificates.add(SCOPE, [addition], actor());
    const [again] = await stores.certificates.add(
      SCOPE,
      [{ ...addition, friendlyName: '', key: { pem: pemWith('other'), exportable: false } }],
      actor(1),
    );
    assert.deepEqual(again, first);
    assert.deepEqual([first?.privateKey, first?.exportable, first?.friendlyName], [key.pem, true, 'From a file']);
    assert.deepEqual(await faults(stores), []);
  }));

test('a key joins a certificate that came without one, from a file or from another certificate', () =>
  withSqlStores(async (open) => {
    const { certificates } = open();
    const bare = { store: 'My', certificate: CERTIFICATE, friendlyName: '' } as const;
    await certificates.add(SCOPE, [bare], actor());
    const [joined] = await certificates.add(
      SCOPE,
      [{ ...bare, key: { pem: pemWith('k'), exportable: true } }],
      actor(),
    );
    assert.equal(joined?.privateKey, pemWith('k'));
    const renewed = {
      store: 'My',
      certificate: OTHER,
      friendlyName: '',
      key: { ofEntry: joined?.entry ?? 0 },
    } as const;
    const [second] = await certificates.add(SCOPE, [renewed], actor());
    assert.deepEqual([second?.privateKey, second?.exportable], [pemWith('k'), true]);
  }));

test('a removed certificate is neither listed nor found, keeps its key, and comes back with it', () =>
  withSqlStores(async (open) => {
    const stores = open();
    const { certificates } = stores;
    const addition = {
      store: 'My',
      certificate: CERTIFICATE,
      friendlyName: 'Gone',
      key: { pem: pemWith('k'), exportable: false },
    } as const;
    const [entry] = await certificates.add(SCOPE, [addition], actor());
    if (entry === undefined) throw new Error('not added');
    assert.equal(await certificates.remove(entry, false, actor()), true);
    assert.equal(await certificates.remove(entry, false, actor()), false);
    assert.deepEqual(await certificates.list(SCOPE), []);
    assert.equal(await certificates.find(SCOPE, entry.thumbprint), undefined);
    assert.deepEqual(await certificates.friendlyNames(SCOPE), new Set());
    const [kept] = await certificates.list(SCOPE, { withRemoved: true });
    assert.deepEqual([kept?.removed, kept?.privateKey], [true, pemWith('k')]);
    await certificates.add(SCOPE, [{ store: 'My', certificate: CERTIFICATE, friendlyName: '' }], actor());
    assert.equal((await only(stores, 'My')).privateKey, pemWith('k'));
    assert.deepEqual(await faults(stores), []);
  }));

test('a key that is removed with its certificate is gone, unless another certificate has it too', () =>
  withSqlStores(async (open) => {
    const stores = open();
    const { certificates } = stores;
    const key = { pem: pemWith('k'), exportable: false };
    const [one] = await certificates.add(
      SCOPE,
      [{ store: 'My', certificate: CERTIFICATE, friendlyName: '', key }],
      actor(),
    );
    if (one === undefined) throw new Error('not added');
    const renewal = { store: 'My', certificate: OTHER, friendlyName: '', key: { ofEntry: one.entry } } as const;
    const [two] = await certificates.add(SCOPE, [renewal], actor());
    if (two === undefined) throw new Error('not added');
    await certificates.remove(one, true, actor());
    assert.equal((await only(stores, 'My')).privateKey, pemWith('k'));
    await certificates.remove(two, true, actor());
    const left = await certificates.list(SCOPE, { withRemoved: true });
    assert.deepEqual(
      left.map(({ privateKey }) => privateKey),
      [undefined, undefined],
    );
    assert.deepEqual(await faults(stores), []);
  }));

test('names are written through, and lists come in pages', () =>
  withSqlStores(async (open) => {
    const { certificates } = open();
    const additions = [CERTIFICATE, OTHER].map(
      (certificate) => ({ store: 'CA', certificate, friendlyName: '' }) as const,
    );
    const [first, second] = await certificates.add(SCOPE, additions, actor());
    if (first === undefined) throw new Error('not added');
    assert.equal(await certificates.rename(first, 'Issuing CA', actor()), true);
    assert.equal((await certificates.find(SCOPE, first.thumbprint, 'CA'))?.friendlyName, 'Issuing CA');
    assert.equal(await certificates.find(SCOPE, first.thumbprint, 'Root'), undefined);
    assert.deepEqual(await certificates.list(SCOPE, { after: first.entry, limit: 1 }), [second]);
  }));
