import type { Kysely, Transaction } from 'kysely';
import type {
  AuthorityIdentity,
  BookEntry,
  CertificateAuthorityBook,
  NumberedBookEntry,
} from '../../../ports/certificate-authority-book.ts';
import { dateFromText, stringListFromJson } from './json-columns.ts';
import type { AuthorityEntryRow, StoreSchema } from './schema.ts';
import type { SqlStore } from './sql-store.ts';
import { DamagedRow } from './store-fault.ts';

/** Both in lower case. */
interface BookName {
  readonly deployment: string;
  readonly config: string;
}

/** The book of one embedded CA. Its transactions touch no table of the requests: it plays another server. */
export class SqlCertificateAuthorityBook implements CertificateAuthorityBook {
  readonly #store: SqlStore;
  readonly #name: BookName;

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

  enter(entry: BookEntry): Promise<NumberedBookEntry> {
    return this.#store.change(async (transaction) => {
      const book = await openBook(transaction, this.#name);
      const { last_request_number: requestNumber } = await transaction
        .updateTable('authority_book')
        .set((column) => ({ last_request_number: column('last_request_number', '+', 1) }))
        .where('book', '=', book)
        .returning('last_request_number')
        .executeTakeFirstOrThrow();
      await transaction
        .insertInto('authority_entry')
        .values(entryToRow(book, requestNumber, entry))
        .execute();
      return { ...entry, requestNumber };
    });
  }

  findByDigest(requestSha256: string): Promise<NumberedBookEntry | undefined> {
    return this.#store.run(async (queries) => {
      const row = await queries
        .selectFrom('authority_entry')
        .innerJoin('authority_book', 'authority_book.book', 'authority_entry.book')
        .selectAll('authority_entry')
        .where((where) => where.and({ ...this.#name, request_sha256: requestSha256 }))
        .orderBy('request_number', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row === undefined ? undefined : entryFromRow(row);
    });
  }
}

async function openBook(transaction: Transaction<StoreSchema>, name: BookName): Promise<number> {
  await transaction
    .insertInto('authority_book')
    .values(name)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await transaction
    .selectFrom('authority_book')
    .select('book')
    .where((where) => where.and(name))
    .executeTakeFirstOrThrow();
  return row.book;
}

async function readIdentity(queries: Kysely<StoreSchema>, name: BookName): Promise<AuthorityIdentity | undefined> {
  const row = await queries
    .selectFrom('authority_book')
    .select(['protected_key', 'certificate_der'])
    .where((where) => where.and(name))
    .executeTakeFirst();
  if (row?.protected_key == null || row.certificate_der === null) return undefined;
  return { protectedKey: row.protected_key, certificate: row.certificate_der };
}

function entryToRow(book: number, requestNumber: number, entry: BookEntry): AuthorityEntryRow {
  return {
    book,
    request_number: requestNumber,
    request_sha256: entry.requestSha256,
    disposition: entry.disposition,
    hresult: entry.hresult,
    message: entry.message,
    warnings_json: JSON.stringify(entry.warnings),
    certificate_der: entry.certificate ?? null,
    serial_number: entry.serialNumber ?? null,
    template: entry.template,
    requester: entry.requester,
    entered_at: entry.when.toISOString(),
  };
}

function entryFromRow(row: AuthorityEntryRow): NumberedBookEntry {
  if (row.disposition !== 'issued' && row.disposition !== 'denied') {
    throw new DamagedRow(`entry ${row.request_number} of a CA has the disposition ${row.disposition}`);
  }
  return {
    requestNumber: row.request_number,
    requestSha256: row.request_sha256,
    disposition: row.disposition,
    hresult: row.hresult,
    message: row.message,
    warnings: stringListFromJson(row.warnings_json),
    certificate: row.certificate_der ?? undefined,
    serialNumber: row.serial_number ?? undefined,
    template: row.template,
    requester: row.requester,
    when: dateFromText(row.entered_at),
  };
}
