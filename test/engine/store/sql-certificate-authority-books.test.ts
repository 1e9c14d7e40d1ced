import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { test } from 'node:test';
import { MIGRATIONS } from '../../../src/adapters/store/sql/migrations/all-migrations.ts';
import { SqlCertificateAuthorityBooks } from '../../../src/adapters/store/sql/sql-certificate-authority-books.ts';
import { SqlStore } from '../../../src/adapters/store/sql/sql-store.ts';
import type { AuthorityIdentity, BookEntry } from '../../../src/domain/authority/book-entry.ts';
import type {
  CertificateAuthorityBook,
  CertificateAuthorityBooks,
} from '../../../src/ports/certificate-authority-book.ts';
import { CA, pemWith } from './sample-requests.ts';
import { withSqlStores } from './temporary-store.ts';

/* What only the SQL store has to prove; the rules of every book are in test/engine/authority/books-conformance.ts. */

const DEPLOYMENT = 'litwareinc.com';
const ROOT = Buffer.from('root');
const WHEN = new Date('2013-09-17T12:00:00.000Z');

function identity(name: string): AuthorityIdentity {
  return { protectedKey: pemWith(name), certificate: ROOT };
}

function entry(changes: Partial<BookEntry> = {}): BookEntry {
  return {
    requestSha256: 'ab'.repeat(32),
    subject: 'CN=pool1.litwareinc.com',
    alternativeNames: [],
    disposition: 'issued',
    hresult: 0,
    message: 'Issued',
    warnings: ['The template stamps the usage away.'],
    certificate: new Uint8Array([1, 2, 3]),
    serialNumber: undefined,
    thumbprint: undefined,
    template: 'WebServer',
    requester: 'LITWAREINC\\kenmyer',
    when: WHEN,
    resolvedWhen: WHEN,
    revocation: undefined,
    request: undefined,
    ...changes,
  };
}

async function begun(books: CertificateAuthorityBooks, deployment = DEPLOYMENT): Promise<CertificateAuthorityBook> {
  const book = books.open(deployment, CA);
  await book.keepIdentity(identity('key'));
  return book;
}

test('a serial number occurs once in a book', () =>
  withSqlStores(async (open) => {
    const { authorityBooks } = open();
    const book = await begun(authorityBooks);
    await book.enter(entry({ serialNumber: '4A00' }), ROOT);
    await assert.rejects(book.enter(entry({ serialNumber: '4A00' }), ROOT), { code: 'StoreFailed' });
    const { length } = await book.list();
    const other = await begun(authorityBooks, 'contoso.com');
    await other.enter(entry({ serialNumber: '4A00' }), ROOT);
    assert.deepEqual([length, (await other.list()).length], [1, 1]);
  }));

test('a refused entry takes no number', () =>
  withSqlStores(async (open) => {
    const book = await begun(open().authorityBooks);
    await book.enter(entry({ serialNumber: '4A00' }), ROOT);
    await assert.rejects(book.enter(entry({ serialNumber: '4A00' }), ROOT));
    const next = await book.enter(entry({ serialNumber: '4A01' }), ROOT);
    assert.equal(next === 'replaced' ? next : next.requestNumber, 2);
  }));

test('after a reset no byte of the key is left in the database or its log', () =>
  withSqlStores(async (open, folder) => {
    const secret = 'CanaryKeyOfTheEmbeddedAuthority';
    const book = open().authorityBooks.open(DEPLOYMENT, CA);
    await book.keepIdentity(identity(secret));
    const files = () => readdirSync(folder.path).map((name) => readFileSync(folder.at(name), 'latin1'));
    assert.ok(
      files().some((content) => content.includes(secret)),
      'the key was there before',
    );
    await book.reset();
    assert.deepEqual(
      files().map((content) => content.includes(secret)),
      files().map(() => false),
    );
  }));

test('books of the first schema keep their rows, which were decided when they came in', () =>
  withSqlStores(async (open, folder) => {
    const old = new SqlStore(folder, MIGRATIONS.slice(0, 2));
    await old.run(async () => undefined);
    await old.close();
    const database = new DatabaseSync(folder.at('store.db'));
    database.exec(`
      insert into authority_book (book, deployment, config, last_request_number, protected_key, certificate_der)
        values (1, '${DEPLOYMENT}', '${CA.toLowerCase()}', 1, 'key', x'01');
      insert into authority_entry (book, request_number, request_sha256, disposition, hresult, message, warnings_json,
        certificate_der, serial_number, template, requester, entered_at)
        values (1, 1, 'ab', 'issued', 0, 'Issued', '[]', x'02', '4A00', 'WebServer', 'ken', '${WHEN.toISOString()}')`);
    database.close();
    const book = open().authorityBooks.open(DEPLOYMENT, CA);
    const found = await book.find(1);
    assert.deepEqual([found?.disposition, found?.resolvedWhen, found?.polls], ['issued', WHEN, 0]);
    const next = await book.enter(entry(), Uint8Array.of(1));
    assert.equal(next === 'replaced' ? next : next.requestNumber, 2);
  }));

test('a disposition that nobody wrote is damage, not an answer', () =>
  withSqlStores(async (open, folder) => {
    const stores = open();
    await (await begun(stores.authorityBooks)).enter(entry(), ROOT);
    await stores.close();
    const database = new DatabaseSync(folder.at('store.db'));
    database.exec("update authority_entry set disposition = 'lost'");
    database.close();
    const store = new SqlStore(folder);
    const book = new SqlCertificateAuthorityBooks(store).open(DEPLOYMENT, CA);
    await assert.rejects(book.find(1), { code: 'StoreDamaged' });
    await store.close();
  }));
