import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { BookDecision, BookEntry, NumberedBookEntry, Replaced } from '../../../src/domain/authority/book-entry.ts';
import type {
  CertificateAuthorityBook,
  CertificateAuthorityBooks,
} from '../../../src/ports/certificate-authority-book.ts';

const CONFIG = 'atl-ca-001.litwareinc.com\\myca';
const ROOT = Uint8Array.of(0x30, 1, 2);
const IDENTITY = { protectedKey: '-----BEGIN ENCRYPTED PRIVATE KEY-----', certificate: ROOT };
const OTHER = { protectedKey: 'other', certificate: Uint8Array.of(0x30, 3) };
const LATER = new Date('2026-01-02T00:00:00.000Z');

const ISSUED: BookEntry = {
  requestSha256: 'a'.repeat(64),
  subject: 'CN=pool1.litwareinc.com, O="Litware, Inc"',
  alternativeNames: ['pool1.litwareinc.com', '*.litwareinc.com'],
  disposition: 'issued',
  hresult: 0,
  message: 'Issued',
  warnings: ['left out: "client authentication"', 'second'],
  certificate: Uint8Array.of(0x30, 0, 255),
  serialNumber: '471FD4602D5AAE12FEA34F42E4CC7C86',
  thumbprint: '0F'.repeat(20),
  template: 'WebServer',
  requester: 'LITWAREINC\\kenmyer',
  when: new Date('2026-01-01T00:00:00.123Z'),
  resolvedWhen: new Date('2026-01-01T00:00:00.123Z'),
  revocation: undefined,
  request: undefined,
};
const NOTHING_ISSUED = { warnings: [], certificate: undefined, serialNumber: undefined, thumbprint: undefined };
const DENIED: BookEntry = {
  ...ISSUED,
  ...NOTHING_ISSUED,
  requestSha256: 'b'.repeat(64),
  disposition: 'denied',
  hresult: 0x80094800,
  message: 'Denied by Policy Module 0x80094800',
};
const PENDING: BookEntry = {
  ...ISSUED,
  ...NOTHING_ISSUED,
  requestSha256: 'c'.repeat(64),
  disposition: 'pending',
  message: 'Taken Under Submission',
  resolvedWhen: undefined,
  request: Uint8Array.of(0x30, 7),
};
const REVOKED: BookDecision = {
  ...ISSUED,
  disposition: 'revoked',
  message: 'Revoked by LITWAREINC\\pilar',
  resolvedWhen: LATER,
  revocation: { reason: 'keyCompromise', when: LATER },
};

/** What is under test: books over one storage, and further ones over the same, as another process has them. */
export interface BooksUnderTest {
  readonly books: CertificateAuthorityBooks;
  reopen(): CertificateAuthorityBooks;
}

type WithBooks = (use: (under: BooksUnderTest) => Promise<void>) => Promise<void>;
type Rule = (title: string, run: (under: BooksUnderTest) => Promise<void>) => void;

/** The rules that all books of embedded CAs keep; each test gets a storage of its own. */
export function describeBooks(name: string, withBooks: WithBooks): void {
  const rule = (title: string, run: (under: BooksUnderTest) => Promise<void>) => it(title, () => withBooks(run));
  describe(`the books of CAs in ${name}`, () => {
    describeIdentity(rule);
    describeEntries(rule);
    describeDecisions(rule);
    describeCounts(rule);
    describeReset(rule);
    describeNames(rule);
  });
}

function describeIdentity(rule: Rule): void {
  rule('an empty book has no identity and no entry', async ({ books }) => {
    const book = books.open('litware', CONFIG);
    assert.equal(await book.identity(), undefined);
    assert.equal(await book.findByDigest(ISSUED.requestSha256), undefined);
    assert.equal(await book.find(1), undefined);
    assert.deepEqual(await book.list(), []);
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

  rule('nothing that another CA certificate signed gets in', async ({ books }) => {
    const book = await begun(books);
    const { requestNumber } = await entered(book, PENDING);
    assert.equal(await book.enter(ISSUED, OTHER.certificate), 'replaced');
    assert.equal(await book.decide(requestNumber, 'pending', ISSUED, OTHER.certificate), 'replaced');
    assert.equal(await book.takeRevocationList(OTHER.certificate), 'replaced');
    assert.deepEqual(
      (await book.list()).map(({ disposition }) => disposition),
      ['pending'],
    );
  });
}

function describeEntries(rule: Rule): void {
  rule('an entry comes back as it was written', async ({ books, reopen }) => {
    const book = await begun(books);
    for (const entry of [ISSUED, DENIED, PENDING]) {
      const numbered = await entered(book, entry);
      assert.deepEqual(plain(numbered), { ...entry, requestNumber: numbered.requestNumber, polls: 0 });
      const again = reopen().open('litware', CONFIG);
      assert.deepEqual(plain(await again.findByDigest(entry.requestSha256)), plain(numbered));
      assert.deepEqual(plain(await again.find(numbered.requestNumber)), plain(numbered));
    }
  });

  rule('entries are numbered from one, also when many come at once', async ({ books, reopen }) => {
    await begun(books);
    const openers = [books, reopen()];
    const numbered = await Promise.all(
      Array.from({ length: 10 }, (_, index) => openers[index % 2]?.open('litware', CONFIG).enter(DENIED, ROOT)),
    );
    const numbers = numbered.map((entry) => (entry === 'replaced' ? 0 : (entry?.requestNumber ?? 0)));
    assert.deepEqual(
      numbers.toSorted((left, right) => left - right),
      [1, 2, 3, 4, 5, 6, 7, 8, 9, 10],
    );
  });

  rule('of two entries with one digest the newer is found', async ({ books }) => {
    const book = await begun(books);
    await entered(book, DENIED);
    const newer = await entered(book, { ...ISSUED, requestSha256: DENIED.requestSha256 });
    assert.deepEqual(plain(await book.findByDigest(DENIED.requestSha256)), plain(newer));
  });

  rule(
    'a list ascends by number, of all or of one disposition, without certificates and requests',
    async ({ books }) => {
      const book = await begun(books);
      for (const entry of [DENIED, PENDING, ISSUED]) await entered(book, entry);
      const { certificate: _, request: __, warnings: ___, ...line } = PENDING;
      assert.deepEqual(await book.list('pending'), [{ ...line, requestNumber: 2 }]);
      assert.deepEqual(
        (await book.list()).map(({ requestNumber, disposition }) => [requestNumber, disposition]),
        [
          [1, 'denied'],
          [2, 'pending'],
          [3, 'issued'],
        ],
      );
    },
  );
}

function describeDecisions(rule: Rule): void {
  rule('a decision is compared and swapped: the second one hears of the first', async ({ books, reopen }) => {
    const book = await begun(books);
    const { requestNumber } = await entered(book, PENDING);
    const first = await book.decide(requestNumber, 'pending', ISSUED, ROOT);
    assert.ok(typeof first === 'object' && first.applied);
    const expected = { ...PENDING, ...ISSUED, requestSha256: PENDING.requestSha256, requestNumber, polls: 0 };
    assert.deepEqual(plain(first.entry), expected);
    const second = await reopen().open('litware', CONFIG).decide(requestNumber, 'pending', DENIED, ROOT);
    assert.ok(typeof second === 'object' && !second.applied);
    assert.deepEqual(plain(second.entry), plain(first.entry));
    assert.equal(await book.decide(99, 'pending', DENIED, ROOT), undefined);
  });

  rule('of many decisions at once one is applied', async ({ books, reopen }) => {
    const { requestNumber } = await entered(await begun(books), PENDING);
    const openers = [books, reopen(), reopen()];
    const steps = await Promise.all(
      Array.from({ length: 9 }, (_, index) =>
        openers[index % 3]?.open('litware', CONFIG).decide(requestNumber, 'pending', index % 2 ? DENIED : ISSUED, ROOT),
      ),
    );
    assert.equal(steps.filter((step) => typeof step === 'object' && step.applied).length, 1);
  });

  rule('a decided request is kept no longer', async ({ books }) => {
    const book = await begun(books);
    const { requestNumber } = await entered(book, PENDING);
    await book.decide(requestNumber, 'pending', ISSUED, ROOT);
    assert.equal((await book.find(requestNumber))?.request, undefined);
  });

  rule('what is revoked stands on the next list, and lists are numbered', async ({ books, reopen }) => {
    const book = await begun(books);
    const { requestNumber } = await entered(book, ISSUED);
    assert.deepEqual(await book.takeRevocationList(ROOT), { number: 1, revoked: [] });
    await book.decide(requestNumber, 'issued', REVOKED, ROOT);
    assert.deepEqual(await reopen().open('litware', CONFIG).takeRevocationList(ROOT), {
      number: 2,
      revoked: [{ serialNumber: ISSUED.serialNumber, reason: 'keyCompromise', when: LATER }],
    });
  });
}

function describeCounts(rule: Rule): void {
  rule('polls are counted for each request, submissions under each name', async ({ books, reopen }) => {
    const book = await begun(books);
    await entered(book, PENDING);
    await entered(book, PENDING);
    await book.countPoll(2);
    assert.equal((await reopen().open('litware', CONFIG).countPoll(2))?.polls, 2);
    assert.equal((await book.find(1))?.polls, 0);
    assert.equal(await book.countPoll(9), undefined);
    assert.equal(await book.countSubmission(''), 1);
    assert.equal(await reopen().open('litware', CONFIG).countSubmission(''), 2);
    assert.equal(await book.countSubmission('webserver'), 1);
  });
}

function describeReset(rule: Rule): void {
  rule('a book that was reset is empty, but its numbers go on', async ({ books, reopen }) => {
    const book = await begun(books);
    await entered(book, PENDING);
    await book.countSubmission('');
    await book.takeRevocationList(ROOT);
    await reopen().open('litware', CONFIG).reset();
    assert.equal(await book.identity(), undefined);
    assert.deepEqual(await book.list(), []);
    assert.equal(await book.enter(ISSUED, ROOT), 'replaced');
    await book.keepIdentity(OTHER);
    const next = await book.enter(ISSUED, OTHER.certificate);
    assert.equal(next === 'replaced' ? next : next.requestNumber, 2);
    assert.equal(await book.countSubmission(''), 1);
    assert.deepEqual(await book.takeRevocationList(OTHER.certificate), { number: 2, revoked: [] });
  });

  rule('a reset touches no other book', async ({ books }) => {
    const other = books.open('contoso', CONFIG);
    await other.keepIdentity(IDENTITY);
    await entered(other, ISSUED);
    await (await begun(books)).reset();
    assert.equal((await other.list()).length, 1);
    assert.deepEqual(plain(await other.identity()), IDENTITY);
  });
}

function describeNames(rule: Rule): void {
  rule('configuration strings are compared without case', async ({ books }) => {
    await books.open('litware', CONFIG).keepIdentity(IDENTITY);
    assert.deepEqual(plain(await books.open('litware', CONFIG.toUpperCase()).identity()), IDENTITY);
  });

  rule('each deployment and CA has a book of its own', async ({ books }) => {
    await entered(await begun(books), ISSUED);
    for (const other of [books.open('contoso', CONFIG), books.open('litware', 'atl-ca-002\\myca')]) {
      assert.equal(await other.identity(), undefined);
      assert.equal(await other.findByDigest(ISSUED.requestSha256), undefined);
      await other.keepIdentity(IDENTITY);
      assert.equal((await entered(other, ISSUED)).requestNumber, 1);
    }
  });
}

async function begun(books: CertificateAuthorityBooks): Promise<CertificateAuthorityBook> {
  const book = books.open('litware', CONFIG);
  await book.keepIdentity(IDENTITY);
  return book;
}

async function entered(book: CertificateAuthorityBook, entry: BookEntry): Promise<NumberedBookEntry> {
  const numbered: NumberedBookEntry | Replaced = await book.enter(entry, ROOT);
  assert.ok(numbered !== 'replaced');
  return numbered;
}

/** A store may give bytes as any view on them, and rows without a prototype. */
function plain(value: object | undefined): Record<string, unknown> | undefined {
  if (value === undefined) return undefined;
  const fields = Object.entries(value);
  return Object.fromEntries(
    fields.map(([name, field]) => [name, field instanceof Uint8Array ? Uint8Array.from(field) : field]),
  );
}
