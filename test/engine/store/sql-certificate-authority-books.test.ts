import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { AuthorityIdentity, BookEntry } from '../../../src/ports/certificate-authority-book.ts';
import { CA, pemWith } from './sample-requests.ts';
import { withSqlStores } from './temporary-store.ts';

const DEPLOYMENT = 'litwareinc.com';

function identity(name: string): AuthorityIdentity {
  return { protectedKey: pemWith(name), certificate: Buffer.from(name) };
}

function entry(changes: Partial<BookEntry> = {}): BookEntry {
  return {
    requestSha256: 'ab'.repeat(32),
    disposition: 'issued',
    hresult: 0,
    message: 'Issued',
    warnings: ['The template stamps the usage away.'],
    certificate: new Uint8Array([1, 2, 3]),
    serialNumber: undefined,
    template: 'WebServer',
    requester: 'LITWAREINC\\kenmyer',
    when: new Date('2013-09-17T12:00:00.000Z'),
    ...changes,
  };
}

test('a CA has no identity before one is kept, and the first one for ever', () =>
  withSqlStores(async (open) => {
    const book = open().authorityBooks.open(DEPLOYMENT, CA);
    assert.equal(await book.identity(), undefined);
    assert.deepEqual(plain(await book.keepIdentity(identity('first'))), plain(identity('first')));
    assert.deepEqual(plain(await book.keepIdentity(identity('second'))), plain(identity('first')));
    const again = open().authorityBooks.open(DEPLOYMENT, CA.toUpperCase());
    assert.deepEqual(plain(await again.identity()), plain(identity('first')));
  }));

test('of several processes that begin a CA at once all get the same identity', () =>
  withSqlStores(async (open) => {
    const books = Array.from({ length: 5 }, () => open().authorityBooks.open(DEPLOYMENT, CA));
    const kept = await Promise.all(books.map((book, index) => book.keepIdentity(identity(`candidate ${index}`))));
    for (const one of kept) assert.deepEqual(plain(one), plain(kept[0]));
  }));

test('request numbers ascend from 1 in each book and are never used twice, however many write', () =>
  withSqlStores(async (open) => {
    const books = Array.from({ length: 4 }, () => open().authorityBooks.open(DEPLOYMENT, CA));
    const entered = await Promise.all(Array.from({ length: 40 }, (_, index) => books[index % 4]?.enter(entry())));
    const numbers = entered.map((one) => one?.requestNumber ?? 0).sort((one, other) => one - other);
    assert.deepEqual(
      numbers,
      Array.from({ length: 40 }, (_, index) => index + 1),
    );
    const elsewhere = open().authorityBooks.open(DEPLOYMENT, 'dc1.contoso.com\\Contoso-CA');
    assert.equal((await elsewhere.enter(entry())).requestNumber, 1);
  }));

test('a request is found again by its digest, the newest entry first, in its own book only', () =>
  withSqlStores(async (open) => {
    const { authorityBooks } = open();
    const book = authorityBooks.open(DEPLOYMENT, CA);
    const denied = entry({ disposition: 'denied', hresult: 0x80094800, certificate: undefined, warnings: [] });
    await book.enter(entry({ serialNumber: '4A00' }));
    const newest = await book.enter(denied);
    assert.deepEqual(newest, { ...denied, requestNumber: 2 });
    assert.deepEqual(await book.findByDigest(denied.requestSha256), newest);
    assert.equal(await book.findByDigest('cd'.repeat(32)), undefined);
    for (const other of [authorityBooks.open(DEPLOYMENT, 'x\\y'), authorityBooks.open('contoso.com', CA)]) {
      assert.equal(await other.findByDigest(denied.requestSha256), undefined);
    }
  }));

test('a serial number occurs once in a book', () =>
  withSqlStores(async (open) => {
    const { authorityBooks } = open();
    const book = authorityBooks.open(DEPLOYMENT, CA);
    await book.enter(entry({ serialNumber: '4A00' }));
    await assert.rejects(book.enter(entry({ serialNumber: '4A00' })), { code: 'StoreFailed' });
    assert.equal((await book.enter(entry({ serialNumber: '4A01' }))).requestNumber, 2);
    assert.equal(
      (await authorityBooks.open('contoso.com', CA).enter(entry({ serialNumber: '4A00' }))).requestNumber,
      1,
    );
  }));

/** Bytes come back as another kind of array. */
function plain(value: AuthorityIdentity | undefined) {
  return value && { ...value, certificate: Buffer.from(value.certificate).toString() };
}
