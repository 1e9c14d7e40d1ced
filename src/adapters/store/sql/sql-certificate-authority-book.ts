import { type Kysely, sql, type Transaction } from 'kysely';
import type {
  AuthorityIdentity,
  BookDecision,
  BookDisposition,
  BookEntry,
  BookLine,
  BookStep,
  NumberedBookEntry,
  Replaced,
  RevocationListContent,
} from '../../../domain/authority/book-entry.ts';
import type { CertificateAuthorityBook } from '../../../ports/certificate-authority-book.ts';
import { type BookName, bookOf, openBook, readIdentity } from './authority-book-rows.ts';
import { decisionColumns, entryFromRow, entryToRow, LINE_COLUMNS, lineFromRow } from './authority-entry-rows.ts';
import { takeRevocationList } from './authority-revocation-list.ts';
import { ERASURE_BUDGET, truncateLog } from './key-erasure.ts';
import type { StoreSchema } from './schema.ts';
import type { SqlStore } from './sql-store.ts';

interface WaitingEntry {
  readonly entry: BookEntry;
  /** DER of the certificate under which it was decided. */
  readonly issuer: Uint8Array;
  readonly resolve: (entered: NumberedBookEntry | Replaced) => void;
  readonly reject: (error: unknown) => void;
}

/** The book of one embedded CA. Its transactions touch no table of the requests: it plays another server. */
export class SqlCertificateAuthorityBook implements CertificateAuthorityBook {
  readonly #store: SqlStore;
  readonly #name: BookName;
  readonly #waiting: WaitingEntry[] = [];

  constructor(store: SqlStore, name: BookName) {
    this.#store = store;
    this.#name = name;
  }

  identity(): Promise<AuthorityIdentity | undefined> {
    return this.#store.run((queries) => readIdentity(queries, this.#name));
  }

  keepIdentity({ protectedKey, certificate }: AuthorityIdentity): Promise<AuthorityIdentity> {
    return this.#store.change(async (transaction) => {
      const book = await openBook(transaction, this.#name);
      await transaction
        .updateTable('authority_book')
        .set({ protected_key: protectedKey, certificate_der: certificate })
        .where('book', '=', book)
        .where('certificate_der', 'is', null)
        .execute();
      return (await readIdentity(transaction, this.#name)) ?? { protectedKey, certificate };
    });
  }

  /** Entries that come together share a transaction, and so one wait for the disk. */
  enter(entry: BookEntry, issuer: Uint8Array): Promise<NumberedBookEntry | Replaced> {
    const { promise, resolve, reject } = Promise.withResolvers<NumberedBookEntry | Replaced>();
    if (this.#waiting.length === 0) queueMicrotask(() => void this.#enterWaiting());
    this.#waiting.push({ entry, issuer, resolve, reject });
    return promise;
  }

  async #enterWaiting(): Promise<void> {
    const waiting = this.#waiting.splice(0);
    try {
      const entered = await this.#store.change(async (transaction) => {
        const results: (NumberedBookEntry | Replaced)[] = [];
        for (const { entry, issuer } of waiting) results.push(await enterOne(transaction, this.#name, entry, issuer));
        return results;
      });
      for (const [index, { resolve }] of waiting.entries()) resolve(entered[index] ?? 'replaced');
    } catch (error) {
      for (const { reject } of waiting) reject(error);
    }
  }

  decide(
    requestNumber: number,
    from: BookDisposition,
    decision: BookDecision,
    issuer: Uint8Array,
  ): Promise<BookStep | Replaced | undefined> {
    return this.#store.change(async (transaction) => {
      const book = await bookOf(transaction, this.#name, issuer);
      if (book === undefined) return 'replaced';
      const row = await transaction
        .updateTable('authority_entry')
        .set({ ...decisionColumns(decision), request_der: null })
        .where((where) => where.and({ book, request_number: requestNumber, disposition: from }))
        .returningAll()
        .executeTakeFirst();
      if (row !== undefined) return { applied: true, entry: entryFromRow(row) };
      const entry = await findEntry(transaction, this.#name, requestNumber);
      return entry && { applied: false, entry };
    });
  }

  find(requestNumber: number): Promise<NumberedBookEntry | undefined> {
    return this.#store.run((queries) => findEntry(queries, this.#name, requestNumber));
  }

  findByDigest(requestSha256: string): Promise<NumberedBookEntry | undefined> {
    return this.#store.run(async (queries) => {
      const row = await entriesOf(queries, this.#name)
        .selectAll('authority_entry')
        .where('request_sha256', '=', requestSha256)
        .orderBy('request_number', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row === undefined ? undefined : entryFromRow(row);
    });
  }

  list(disposition?: BookDisposition): Promise<readonly BookLine[]> {
    return this.#store.run(async (queries) => {
      let query = entriesOf(queries, this.#name).select(LINE_COLUMNS).orderBy('request_number');
      if (disposition !== undefined) query = query.where('disposition', '=', disposition);
      return (await query.execute()).map(lineFromRow);
    });
  }

  countPoll(requestNumber: number): Promise<NumberedBookEntry | undefined> {
    return this.#store.change(async (transaction) => {
      const row = await transaction
        .updateTable('authority_entry')
        .set((column) => ({ polls: column('polls', '+', 1) }))
        .where('request_number', '=', requestNumber)
        .where('book', 'in', (sub) =>
          sub
            .selectFrom('authority_book')
            .select('book')
            .where((where) => where.and(this.#name)),
        )
        .returningAll()
        .executeTakeFirst();
      return row === undefined ? undefined : entryFromRow(row);
    });
  }

  countSubmission(counter: string): Promise<number> {
    return this.#store.change(async (transaction) => {
      const book = await openBook(transaction, this.#name);
      const { submissions } = await transaction
        .insertInto('authority_submission')
        .values({ book, counter, submissions: 1 })
        .onConflict((conflict) =>
          conflict.columns(['book', 'counter']).doUpdateSet({ submissions: sql`authority_submission.submissions + 1` }),
        )
        .returning('submissions')
        .executeTakeFirstOrThrow();
      return submissions;
    });
  }

  takeRevocationList(issuer: Uint8Array): Promise<RevocationListContent | Replaced> {
    return this.#store.change((transaction) => takeRevocationList(transaction, this.#name, issuer));
  }

  async reset(): Promise<void> {
    await this.#store.change(async (transaction) => {
      const book = await openBook(transaction, this.#name);
      await transaction.deleteFrom('authority_entry').where('book', '=', book).execute();
      await transaction.deleteFrom('authority_submission').where('book', '=', book).execute();
      await transaction
        .updateTable('authority_book')
        .set({ protected_key: null, certificate_der: null })
        .where('book', '=', book)
        .execute();
    });
    await this.#store.run((queries) => truncateLog(queries, ERASURE_BUDGET));
  }
}

function entriesOf(queries: Kysely<StoreSchema>, name: BookName) {
  return queries
    .selectFrom('authority_entry')
    .innerJoin('authority_book', 'authority_book.book', 'authority_entry.book')
    .where((where) => where.and({ deployment: name.deployment, config: name.config }));
}

async function findEntry(
  queries: Kysely<StoreSchema> | Transaction<StoreSchema>,
  name: BookName,
  requestNumber: number,
): Promise<NumberedBookEntry | undefined> {
  const row = await entriesOf(queries, name)
    .selectAll('authority_entry')
    .where('request_number', '=', requestNumber)
    .executeTakeFirst();
  return row === undefined ? undefined : entryFromRow(row);
}

async function enterOne(
  transaction: Transaction<StoreSchema>,
  name: BookName,
  entry: BookEntry,
  issuer: Uint8Array,
): Promise<NumberedBookEntry | Replaced> {
  const taken = await transaction
    .updateTable('authority_book')
    .set((column) => ({ last_request_number: column('last_request_number', '+', 1) }))
    .where((where) => where.and({ ...name, certificate_der: issuer }))
    .returning(['book', 'last_request_number'])
    .executeTakeFirst();
  if (taken === undefined) return 'replaced';
  const { book, last_request_number: requestNumber } = taken;
  await transaction
    .insertInto('authority_entry')
    .values(entryToRow(book, requestNumber, entry))
    .execute();
  return { ...entry, requestNumber, polls: 0 };
}
