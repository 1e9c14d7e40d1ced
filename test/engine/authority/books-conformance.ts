import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { BookEntry, CertificateAuthorityBooks } from '../../../src/ports/certificate-authority-book.ts';

const CONFIG = 'atl-ca-001.litwareinc.com\\myca';
const IDENTITY = { protectedKey: '-----BEGIN ENCRYPTED PRIVATE KEY-----', certificate: Uint8Array.of(0x30, 1, 2) };
const OTHER = { protectedKey: 'other', certificate: Uint8Array.of(0x30, 3) };

const ISSUED: BookEntry = {
  requestSha256: 'a'.repeat(64),
  disposition: 'issued',
  hresult: 0,
  message: 'Issued',
  warnings: ['left out: "client authentication"', 'second'],
  certificate: Uint8Array.of(0x30, 0, 255),
  serialNumber: '471FD4602D5AAE12FEA34F42E4CC7C86',
  template: 'WebServer',
  requester: 'LITWAREINC\\kenmyer',
  when: new Date('2026-01-01T00:00:00.123Z'),
};
const DENIED: BookEntry = {
  ...ISSUED,
  requestSha256: 'b'.repeat(64),
  disposition: 'denied',
  hresult: 0x80094800,
  message: 'Denied by Policy Module 0x80094800',
  warnings: [],
  certificate: undefined,
  serialNumber: undefined,
};

/** What is under test: books over one storage, and further ones over the same, as another process has them. */
export interface BooksUnderTest {
  readonly books: CertificateAuthorityBooks;
  reopen(): CertificateAuthorityBooks;
}

type WithBooks = (use: (under: BooksUnderTest) => Promise<void>) => Promise<void>;

/** The rules that all books of embedded CAs keep; each test gets a storage of its own. */
export function describeBooks(name: string, withBooks: WithBooks): void {
  const rule = (title: string, run: (under: BooksUnderTest) => Promise<void>) => it(title, () => withBooks(run));
  describe(`the books of CAs in ${name}`, () => {
    describeIdentity(rule);
    describeEntries(rule);
    describeNames(rule);
  });
}

type Rule = (title: string, run: (under: BooksUnderTest) => Promise<void>) => void;

function describeIdentity(rule: Rule): void {
  rule('an empty book has no identity and no entry', async ({ books }) => {
    const book = books.open('litware', CONFIG);
    assert.equal(await book.identity(), undefined);
    assert.equal(await book.findByDigest(ISSUED.requestSha256), undefined);
  });

  rule('the first identity is kept, whoever comes later', async ({ books, reopen }) => {
    assert.deepEqual(plain(await books.open('litware', CONFIG).keepIdentity(IDENTITY)), IDENTITY);
    assert.deepEqual(plain(await reopen().open('litware', CONFIG).keepIdentity(OTHER)), IDENTITY);
    assert.deepEqual(plain(await reopen().open('litware', CONFIG).identity()), IDENTITY);
  });

  rule('of many that come at once, all get the same', async ({ books, reopen }) => {
    const candidates = Array.from({ length: 8 }, (_, index) => ({ ...IDENTITY, protectedKey: `key ${index}` }));
    const openers = [books, reopen(), reopen()];
    const kept = await Promise.all(
      candidates.map((candidate, index) => openers[index % 3]?.open('litware', CONFIG).keepIdentity(candidate)),
    );
    assert.equal(new Set(kept.map((identity) => identity?.protectedKey)).size, 1);
  });
}

function describeEntries(rule: Rule): void {
  rule('an entry comes back as it was written', async ({ books, reopen }) => {
    const book = books.open('litware', CONFIG);
    for (const entry of [ISSUED, DENIED]) {
      const numbered = await book.enter(entry);
      assert.deepEqual(plain(numbered), { ...entry, requestNumber: numbered.requestNumber });
      const found = await reopen().open('litware', CONFIG).findByDigest(entry.requestSha256);
      assert.deepEqual(plain(found), plain(numbered));
    }
  });

  rule('entries are numbered from one, also when many come at once', async ({ books, reopen }) => {
    const openers = [books, reopen()];
    const entered = await Promise.all(
      Array.from({ length: 10 }, (_, index) => openers[index % 2]?.open('litware', CONFIG).enter(DENIED)),
    );
    const numbers = entered.map((entry) => entry?.requestNumber ?? 0);
    assert.deepEqual(
      numbers.toSorted((left, right) => left - right),
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    );
  });

  rule('of two entries with one digest the newer is found', async ({ books }) => {
    const book = books.open('litware', CONFIG);
    await book.enter(DENIED);
    const newer = await book.enter({ ...ISSUED, requestSha256: DENIED.requestSha256 });
    assert.deepEqual(plain(await book.findByDigest(DENIED.requestSha256)), plain(newer));
  });
}

function describeNames(rule: Rule): void {
  rule('configuration strings are compared without case', async ({ books }) => {
    await books.open('litware', CONFIG).keepIdentity(IDENTITY);
    assert.deepEqual(plain(await books.open('litware', CONFIG.toUpperCase()).identity()), IDENTITY);
  });

  rule('each deployment and CA has a book of its own', async ({ books }) => {
    await books.open('litware', CONFIG).keepIdentity(IDENTITY);
    await books.open('litware', CONFIG).enter(ISSUED);
    for (const other of [books.open('contoso', CONFIG), books.open('litware', 'atl-ca-002\\myca')]) {
      assert.equal(await other.identity(), undefined);
      assert.equal(await other.findByDigest(ISSUED.requestSha256), undefined);
      assert.equal((await other.enter(ISSUED)).requestNumber, 1);
    }
  });
}

/** A store may give bytes as any view on them, and rows without a prototype. */
function plain<T extends { readonly certificate: Uint8Array | undefined }>(value: T | undefined): T | undefined {
  if (value === undefined) return undefined;
  return { ...value, certificate: value.certificate && Uint8Array.from(value.certificate) };
}
